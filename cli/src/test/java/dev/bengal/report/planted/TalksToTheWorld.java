package dev.bengal.report.planted;

import java.io.IOException;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Violations that the architecture test has to find. */
public final class TalksToTheWorld {
    /** Prints, reads the environment and exits. */
    public void print() {
        System.out.println(System.getenv("HOME"));
        System.exit(1);
    }

    /** Listens. */
    public int listen() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Speaks SQL. */
    public String database() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:none")) {
            return connection.getCatalog();
        }
    }
}
