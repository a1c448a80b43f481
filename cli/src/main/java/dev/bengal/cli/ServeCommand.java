package dev.bengal.cli;

import dev.bengal.cli.history.HistoryOptions;
import dev.bengal.cli.history.Location;
import dev.bengal.cli.served.ServedHistories;
import dev.bengal.cli.served.ServedHistory;
import dev.bengal.cli.terminal.Browser;
import dev.bengal.cli.terminal.CommandException;
import dev.bengal.cli.terminal.Surface;
import dev.bengal.server.DashboardServer;
import dev.bengal.server.HistoryAnswers;
import dev.bengal.server.ServerSettings;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bengal perf serve}: the dashboard, live. */
@Command(
        name = "serve",
        description = {
            "Serves the dashboard on this machine until Ctrl-C. Open pages show new builds as they are recorded.",
            "The same address answers scripts: /api/v1/openapi.json says what."
        },
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"2:wrong usage, or the port is taken", "130:stopped by Ctrl-C; 143 by a plain kill"})
final class ServeCommand implements Callable<Integer> {
    private final Surface surface;
    private final Location location;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description = "The port; 0 takes one that is free. ${DEFAULT-VALUE} by default.")
    private int port;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "The address to listen on; one that other machines reach needs --token.")
    private String bind = "127.0.0.1";

    @Option(
            names = "--token",
            paramLabel = "TEXT",
            description =
                    "What everyone who asks has to know, at least 16 letters, digits, - or _; it is printed with the address.")
    private @Nullable String token;

    @Option(names = "--open", description = "Open a browser.")
    private boolean isOpened;

    @Parameters(
            arity = "0..*",
            paramLabel = "DIR",
            description =
                    "Roots of projects that are shown side by side; without any, the project that this folder is in.")
    private List<Path> folders = List.of();

    @Mixin
    private final HistoryOptions history = new HistoryOptions();

    ServeCommand(Surface surface, Location location) {
        this.surface = surface;
        this.location = location;
    }

    @Override
    public Integer call() {
        ServerSettings settings = settings();
        HistoryAnswers answers = new ServedHistories(histories()).answers();
        CountDownLatch stopped = new CountDownLatch(1);
        try (DashboardServer server = started(settings, answers)) {
            // Closed by the hook where the command is interrupted: that is how it ends.
            Thread hook = new Thread(() -> {
                server.close();
                stopped.countDown();
            });
            Runtime.getRuntime().addShutdownHook(hook);
            try {
                announce(server);
                stopped.await();
            } catch (InterruptedException e) {
                // Whoever interrupts the thread means what Ctrl-C does.
                Runtime.getRuntime().removeShutdownHook(hook);
            }
        }
        return 0;
    }

    /** Says where it is, once it can answer at once; a browser takes longer to start than that. */
    private void announce(DashboardServer server) throws InterruptedException {
        if (isOpened) {
            Browser.open(server.address(), surface);
        }
        server.awaitFirstAnswers();
        surface.out().println(server.address());
        surface.err().println("The dashboard is served until Ctrl-C.");
        surface.flush();
    }

    private List<ServedHistory> histories() {
        if (folders.isEmpty()) {
            return List.of(ServedHistory.of(history, location, surface));
        }
        if (history.file != null || location.isMetricsFolderGiven(history.metrics.folder)) {
            throw new CommandException(
                    "Folders are served with the histories that lie in them; leave out --history, --metrics-dir and "
                            + Location.METRICS_VARIABLE + ".");
        }
        for (Path folder : folders) {
            if (!Files.isDirectory(location.at(folder).root(Path.of("")))) {
                throw new CommandException(folder + " is no folder; perf serve takes the roots of projects.");
            }
        }
        return folders.stream()
                .map(folder -> ServedHistory.of(history, location.at(folder), surface))
                .toList();
    }

    private ServerSettings settings() {
        if (port < 0 || port > 65535) {
            throw new CommandException("--port is " + port + "; ports go from 0 to 65535.");
        }
        if (token != null && !token.matches("[A-Za-z0-9_-]+")) {
            throw new CommandException("--token may hold letters, digits, - and _ only: it stands in an address.");
        }
        try {
            return new ServerSettings(InetAddress.getByName(bind), port, token);
        } catch (UnknownHostException e) {
            throw new CommandException(foreign(), e);
        } catch (IllegalArgumentException e) {
            throw new CommandException("Not served: " + e.getMessage() + ".", e);
        }
    }

    private DashboardServer started(ServerSettings settings, HistoryAnswers answers) {
        try {
            return DashboardServer.start(settings, answers);
        } catch (IllegalStateException e) {
            throw new CommandException(
                    isOfThisMachine(settings.address())
                            ? "Port " + port + " of " + bind
                                    + " cannot be had: another program may have it. Take another, or --port 0."
                            : foreign(),
                    e);
        }
    }

    private String foreign() {
        return "--bind: '" + bind + "' is no address of this machine.";
    }

    /** Systems may be set to let others be had, too, so that this is asked where one was not. */
    private static boolean isOfThisMachine(InetAddress address) {
        try {
            return address.isAnyLocalAddress()
                    || address.isLoopbackAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return true;
        }
    }
}
