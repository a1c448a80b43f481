package dev.bengal.store.sql;

import dev.bengal.store.SharedStoreException;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Opens connections to a shared history, and says in a sentence why one fails. */
final class SqlConnections {
    private static final int LONGEST_REASON = 300;

    /** Of the driver, which writes to stderr what it then throws. Held here: a logger that nobody holds forgets its level. */
    private static final Logger DRIVER = Logger.getLogger("org.postgresql");

    static {
        DRIVER.setLevel(Level.OFF);
    }

    private final StoreUrl url;
    private final String jdbc;
    private final Properties properties = new Properties();

    SqlConnections(StoreUrl url, Map<String, String> credentials, Duration patience) {
        this.url = url;
        properties.setProperty("ApplicationName", "bengal");
        properties.setProperty("connectTimeout", "3");
        properties.setProperty("loginTimeout", "5");
        properties.setProperty("tcpKeepAlive", "true");
        // Saves a journey for each setting that the driver makes: from this version on they travel with the greeting.
        properties.setProperty("assumeMinServerVersion", "9.0");
        properties.setProperty("socketTimeout", Long.toString(Math.max(1, patience.toSeconds())));
        properties.putAll(credentials);
        properties.putAll(url.properties());
        // The driver looks for a service in the URL alone.
        Object service = properties.remove("service");
        jdbc = url.jdbc()
                + (service == null ? "" : "?service=" + URLEncoder.encode(service.toString(), StandardCharsets.UTF_8));
    }

    /** One whose tables are ready. Its caller closes it. */
    Connection open() {
        try {
            Connection connection = DriverManager.getConnection(jdbc, properties);
            try {
                SqlMigrations.run(connection, url.name());
                return connection;
            } catch (SQLException | SharedStoreException e) {
                close(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw SharedStoreException.unreachable(sentence(e), e);
        }
    }

    /** Closes one that failed; what goes wrong with that, too, is kept with the failure. */
    static void close(Connection connection, Exception failure) {
        try {
            connection.close();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /** What a failure while something was asked means. */
    SharedStoreException explain(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        boolean gone = state.startsWith("08") || state.startsWith("57P");
        return gone
                ? SharedStoreException.unreachable(sentence(failure), failure)
                : SharedStoreException.refused(sentence(failure), failure);
    }

    private String sentence(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (reason(failure).startsWith("Unable to parse URL")) {
            return url.name()
                    + " cannot be used: its service stands in no service file (~/.pg_service.conf, or PGSERVICEFILE),"
                    + " or its port is none.";
        }
        boolean noPassword = state.equals("08004") && reason(failure).contains("password");
        if (state.equals("28000") && reason(failure).contains("pg_hba.conf")) {
            return url.name() + " does not let this user in from here (" + reason(failure)
                    + "). It may ask for TLS: sslmode in the address says whether that is spoken.";
        }
        if (state.startsWith("28") || noPassword) {
            return url.name() + " does not let this user in (" + reason(failure)
                    + "). The password is read from PGPASSWORD, ~/.pgpass (or PGPASSFILE) or a service file.";
        }
        if (state.equals("42501") || state.equals("25006")) {
            return url.name() + " may not be written or set up by this user (" + reason(failure) + ").";
        }
        boolean never = state.startsWith("08") || state.startsWith("57P");
        return url.name() + (never ? " cannot be reached (" : " cannot be used (") + reason(failure) + ").";
    }

    /** What happened; a server's words are fit for a terminal only without what steers one. */
    private static String reason(SQLException failure) {
        Throwable told = failure;
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                told = cause;
            }
        }
        String message = String.valueOf(told.getMessage()).strip();
        String reason = told instanceof UnknownHostException ? "unknown host " + message : message;
        String line = reason.lines().findFirst().orElse("no reason given").replaceAll("\\p{C}", "\uFFFD");
        return line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) + "..." : line;
    }
}
