package dev.bengal.cli;

import dev.bengal.cli.history.Location;
import dev.bengal.cli.site.LogOptions;
import dev.bengal.cli.site.PreviewBuilds;
import dev.bengal.cli.site.PreviewLines;
import dev.bengal.cli.site.SiteOptions;
import dev.bengal.cli.terminal.Browser;
import dev.bengal.cli.terminal.CommandException;
import dev.bengal.cli.terminal.Surface;
import dev.bengal.server.preview.PreviewServer;
import dev.bengal.site.watch.SourceChange;
import dev.bengal.site.watch.SourceWatch;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bengal serve}: a site in the browser while it is written. */
@Command(
        name = "serve",
        description = {
            "Builds a site, serves it on this machine until Ctrl-C, and builds it again at every save.",
            "Open pages follow. What goes wrong is shown in the page, and the next save mends it."
        },
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "2:wrong usage, no site, or the port is taken; a build that fails does not end the command",
            "130:stopped by Ctrl-C; 143 by a plain kill"
        })
final class ServeSiteCommand implements Callable<Integer> {
    private static final int HIGHEST_PORT = 65535;

    private final Surface surface;
    private final Location location;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8000",
            description = "The port; 0 takes one that is free. ${DEFAULT-VALUE} by default.")
    private int port;

    @Option(names = "--open", description = "Open a browser.")
    private boolean isOpened;

    @Option(names = "--no-watch", description = "Build once and serve that.")
    private boolean isStill;

    @Option(
            names = "--poll",
            description =
                    "Look at the files every second, where the system does not tell of changes, such as on a network drive.")
    private boolean isPolled;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print the address, and what goes wrong, only.")
    private boolean isQuiet;

    @Mixin
    private final SiteOptions options = new SiteOptions();

    @Mixin
    private final LogOptions log = new LogOptions();

    ServeSiteCommand(Surface surface, Location location) {
        this.surface = surface;
        this.location = location;
    }

    @Override
    public Integer call() throws InterruptedException {
        options.check();
        if (port < 0 || port > HIGHEST_PORT) {
            throw new CommandException("--port is " + port + "; ports go from 0 to " + HIGHEST_PORT + ".");
        }
        PreviewBuilds builds = new PreviewBuilds(surface, location, options, log, new PreviewLines(surface, isQuiet));
        // Watched before the first build, so that no change goes unnoticed.
        try (SourceWatch watch = watch(location.root(options.built.site));
                PreviewServer server = started(builds)) {
            // Closed by the hook where the command is interrupted: that is how it ends.
            Thread hook = new Thread(() -> {
                watch.close();
                server.close();
            });
            Runtime.getRuntime().addShutdownHook(hook);
            surface.out().println(server.address());
            if (!isQuiet) {
                surface.err().println("The site is served until Ctrl-C.");
            }
            surface.flush();
            run(builds, server, watch);
            forget(hook);
        }
        return 0;
    }

    private SourceWatch watch(Path root) {
        if (isStill) {
            return SourceWatch.none(root);
        }
        return isPolled ? SourceWatch.polling(root, surface::warn) : SourceWatch.open(root, surface::warn);
    }

    private PreviewServer started(PreviewBuilds builds) {
        try {
            return PreviewServer.start(port, builds.publication());
        } catch (IllegalStateException e) {
            throw new CommandException(
                    "Port " + port
                            + " of 127.0.0.1 cannot be had: another program may have it. Take another, or --port 0.",
                    e);
        }
    }

    /** Builds on a thread of its own, so that an interruption of this one never falls into a build. */
    private void run(PreviewBuilds builds, PreviewServer server, SourceWatch watch) throws InterruptedException {
        FutureTask<Integer> work = new FutureTask<>(() -> follow(builds, server, watch));
        Thread thread = new Thread(work, "bengal-preview");
        thread.start();
        try {
            work.get();
        } catch (InterruptedException e) {
            watch.close();
            thread.join();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    /** Answers how often it built again. */
    private int follow(PreviewBuilds builds, PreviewServer server, SourceWatch watch) throws InterruptedException {
        builds.first(server);
        if (isOpened) {
            Browser.open(server.address(), surface);
        }
        int again = 0;
        for (Optional<SourceChange> change = watch.next(); change.isPresent(); change = watch.next()) {
            builds.again(change.get(), server);
            again++;
        }
        return again;
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is going down, and the hook runs or has run.
        }
    }
}
