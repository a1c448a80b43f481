package dev.bengal.server.preview;

import dev.bengal.server.http.Asker;
import dev.bengal.server.http.GracefulStop;
import dev.bengal.server.http.OpenPages;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import io.javalin.util.JavalinException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Serves a site to this machine while it is written: the files of its output as they are, HTML with a script that has the page
 * follow the builds. Safe for use by several threads.
 */
public final class PreviewServer implements AutoCloseable {
    private static final String ADDRESS = "127.0.0.1";
    private static final int GRACE_MILLIS = 3000;
    private static final int SECONDS_BETWEEN_SIGNS_OF_LIFE = 15;
    private static final Set<String> METHODS = Set.of("GET", "HEAD");

    private final Javalin javalin;
    private final OpenPages pages = new OpenPages();
    private final Answer answer = new Answer();
    private final String run = HexFormat.of().toHexDigits(new SecureRandom().nextInt());
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "bengal-preview-clock");
        thread.setDaemon(true);
        return thread;
    });
    private int builds;
    private volatile Answer.View view;

    private PreviewServer(Publication site) {
        view = new Answer.View(run + "-0", site, new Showing.Nothing());
        javalin = Javalin.create(this::configure);
    }

    /**
     * Listens on 127.0.0.1 until it is closed. Until something is shown, every page says that the site is being built.
     *
     * @param port 0 for any that is free
     * @throws IllegalStateException where the port cannot be had
     */
    public static PreviewServer start(int port, Publication site) {
        PreviewServer server = new PreviewServer(site);
        try {
            server.javalin.start(ADDRESS, port);
        } catch (JavalinException e) {
            server.close();
            throw new IllegalStateException("port " + port + " cannot be had", e);
        }
        // What it does throws nothing, and so there is nothing to learn from its future.
        var unused = server.clock.scheduleWithFixedDelay(
                server.pages::showLife, SECONDS_BETWEEN_SIGNS_OF_LIFE, SECONDS_BETWEEN_SIGNS_OF_LIFE, TimeUnit.SECONDS);
        return server;
    }

    /** The one that it got. */
    public int port() {
        return javalin.port();
    }

    /** What to open in a browser. */
    public String address() {
        return "http://" + ADDRESS + ":" + port() + view.site().base() + "/";
    }

    /** From now on this site is shown, and open pages load again what they show. */
    public void show(Publication site) {
        next("build", site, new Showing.Site());
    }

    /** The same where nothing but style sheets changed: open pages keep their place and take the new styles. */
    public void restyle(Publication site) {
        boolean wasShown = view.showing() instanceof Showing.Site && view.site().equals(site);
        next(wasShown ? "styles" : "build", site, new Showing.Site());
    }

    /** From now on every page says what went wrong. Other files are served as they were built last. */
    public void show(List<Fault> faults) {
        next("build", view.site(), new Showing.Faults(faults));
    }

    private synchronized void next(String event, Publication site, Showing showing) {
        String build = run + "-" + ++builds;
        view = new Answer.View(build, site, showing);
        pages.tell(event, build);
    }

    /** Answers what was asked, and then no more. */
    @Override
    public void close() {
        clock.shutdownNow();
        pages.close();
        GracefulStop.of(javalin);
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.maxRequestSize = 0;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.jetty.modifyServer(server -> server.setStopTimeout(GRACE_MILLIS));
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.routes.before(PreviewServer::admit);
        config.routes.sse(LiveScript.EVENTS, this::follow);
        config.routes.get(LiveScript.ADDRESS, PreviewServer::script);
        config.routes.head(LiveScript.ADDRESS, PreviewServer::script);
        for (String path : List.of("/", "/*")) {
            config.routes.get(path, context -> answer.give(context, view));
            config.routes.head(path, context -> answer.give(context, view));
        }
        config.routes.exception(
                Refusal.class,
                (refusal, context) -> context.status(refusal.status())
                        .contentType("text/plain; charset=utf-8")
                        .result(refusal.sentence() + "\n"));
    }

    /** A page that was away hears at once which build there is now. */
    private void follow(SseClient page) {
        pages.add(page);
        page.sendEvent("build", view.build());
    }

    private static void script(Context context) {
        context.contentType("text/javascript; charset=utf-8").result(LiveScript.text());
    }

    private static void admit(Context context) {
        context.header("X-Content-Type-Options", "nosniff")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Cache-Control", "no-cache")
                .header("Content-Security-Policy", "frame-ancestors 'self'");
        if (!METHODS.contains(context.req().getMethod())) {
            context.header("Allow", "GET, HEAD");
            throw new Refusal(405, "Only GET and HEAD are answered here.");
        }
        if (context.req().getContentLengthLong() > 0 || context.header("Transfer-Encoding") != null) {
            throw new Refusal(413, "A request has no body here.");
        }
        if (!Asker.namesThisMachine(context)) {
            throw new Refusal(403, "This server is asked by the name of its own address only.");
        }
        if (Asker.isAnotherSite(context) || Asker.isEmbedding(context)) {
            throw new Refusal(403, "Pages of other sites get no answer here.");
        }
    }
}
