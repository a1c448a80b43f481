package dev.bengal.server;

import dev.bengal.model.TotalMetric;
import dev.bengal.server.http.GracefulStop;
import dev.bengal.server.http.Resource;
import dev.bengal.store.BuildFilter;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.util.JavalinException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Serves the dashboard and its API over HTTP, on the address that it was given and no other. */
public final class DashboardServer implements AutoCloseable {
    private static final int BURST = 300;
    private static final int PER_SECOND = 50;
    private static final int GRACE_MILLIS = 3000;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String JSON = "application/json; charset=utf-8";
    private static final String API = "/api/v1/";
    private static final Question ANYTHING = new Question(Map.of());

    private final ServerSettings settings;
    private final HistoryAnswers answers;
    private final Gatekeeper gatekeeper;
    private final RememberedAnswers remembered = new RememberedAnswers();
    private final LiveUpdates updates;
    private final ExecutorService replaying = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "bengal-self-test");
        thread.setDaemon(true);
        return thread;
    });
    private final LateAnswers replays;
    private final Javalin javalin;
    private final DashboardPage page = new DashboardPage();

    private DashboardServer(ServerSettings settings, HistoryAnswers answers) {
        this.settings = settings;
        this.answers = answers;
        this.gatekeeper = new Gatekeeper(settings, new RequestRate(BURST, PER_SECOND, System::nanoTime));
        // What the first page asks for.
        remembered.prepare(key(API + "projects", ANYTHING), answers::projects);
        remembered.prepare(key(API + "changes", ANYTHING), () -> answers.changes(ANYTHING));
        remembered.prepare(key(API + "health", ANYTHING), () -> answers.health(ANYTHING));
        // And what the second one reads, whatever it asks of it: the columns of all builds are in memory then.
        Question timeline =
                new Question(Map.of("metric", TotalMetric.DURATION.metric().name()));
        remembered.prepare(key(API + "series", timeline), () -> answers.series(timeline));
        this.updates = new LiveUpdates(answers.store(), answers::order, remembered);
        // While all else is put together, which takes as long.
        updates.start();
        this.replays = new LateAnswers(replaying, Instant::now, updates::tellOfSelfTest);
        this.javalin = Javalin.create(this::configure);
    }

    /**
     * Listens until it is closed.
     *
     * @throws IllegalStateException where the port cannot be had
     */
    public static DashboardServer start(ServerSettings settings, HistoryAnswers answers) {
        DashboardServer server = new DashboardServer(settings, answers);
        try {
            server.javalin.start(settings.address().getHostAddress(), settings.port());
        } catch (JavalinException e) {
            server.close();
            throw new IllegalStateException("port " + settings.port() + " cannot be had", e);
        }
        return server;
    }

    /** Waits until what its first pages ask for is ready, or cannot be had; no longer than somebody would who waits for a page. */
    public void awaitFirstAnswers() throws InterruptedException {
        long start = System.nanoTime();
        FirstQuestion.ask(URI.create(address()), API + "projects", settings.token(), PATIENCE);
        updates.awaitBeginning(PATIENCE.minusNanos(System.nanoTime() - start));
        // What was read stays. The next collection would copy all of it, and who asks first would wait for that.
        System.gc();
    }

    /** The one that it got. */
    public int port() {
        return javalin.port();
    }

    /** What to open in a browser; with the token where there is one. */
    public String address() {
        String host = settings.address().getHostAddress();
        String token = settings.token();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port() + "/"
                + (token == null ? "" : "?token=" + token);
    }

    /** Answers what was asked, and then no more. */
    @Override
    public void close() {
        updates.close();
        replaying.shutdownNow();
        GracefulStop.of(javalin);
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.maxRequestSize = 0;
        config.jetty.modifyServer(server -> server.setStopTimeout(GRACE_MILLIS));
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.routes.before(this::admit);
        answer(config, "/", context -> text(context, "text/html; charset=utf-8", page.html(null)));
        answer(config, API + "projects", context -> json(context, answers::projects));
        answer(config, API + "builds", context -> json(context, () -> answers.builds(question(context))));
        answer(config, API + "builds/{id}", context -> json(context, () -> answers.build(context.pathParam("id"))));
        answer(
                config,
                API + "builds/{id}/stacks",
                context -> json(context, () -> answers.stacks(context.pathParam("id"))));
        config.routes.post(Gatekeeper.ACCEPT, this::accept);
        answer(config, API + "series", context -> json(context, () -> answers.series(question(context))));
        answer(config, API + "changes", context -> json(context, () -> answers.changes(question(context))));
        answer(config, API + "compare", context -> json(context, () -> answers.compare(question(context))));
        answer(config, API + "health", context -> json(context, () -> answers.health(question(context))));
        answer(config, API + "selftest", this::selftest);
        answer(config, API + "openapi.json", context -> json(context, DashboardServer::description));
        config.routes.sse(API + "events", updates::add);
        answer(config, "/badge/{project}/{metric}", this::badge);
        config.routes.exception(RefusedException.class, (refused, context) -> refuse(context, refused));
        config.routes.exception(
                RuntimeException.class,
                (failure, context) -> refuse(
                        context, new RefusedException(500, "The history could not be read: " + failure.getMessage())));
        config.routes.error(404, context -> {
            // A sentence of its own says more, such as which build there is none of.
            if (!String.valueOf(context.res().getContentType()).startsWith("application/json")) {
                refuse(context, new RefusedException(404, "There is nothing at this address; the pages begin at /."));
            }
        });
    }

    /** HEAD by what answers GET: by itself Javalin says 200 to it wherever a GET is answered, whatever that would say. */
    private static void answer(JavalinConfig config, String path, Handler handler) {
        config.routes.get(path, handler);
        config.routes.head(path, handler);
    }

    private void admit(Context context) {
        context.header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("X-Frame-Options", "DENY")
                .header("Cache-Control", "no-cache")
                .header("Content-Security-Policy", page.policy("'self'") + "; frame-ancestors 'none'");
        gatekeeper.check(context);
    }

    private static Question question(Context context) {
        Map<String, String> first = new TreeMap<>();
        context.queryParamMap().forEach((name, values) -> first.put(name, values.get(0)));
        return new Question(first);
    }

    private void json(Context context, Supplier<String> answer) {
        text(context, JSON, remembered.of(updates.state(), key(context.path(), question(context)), answer));
    }

    private void selftest(Context context) {
        Question question = question(context).knowing(HistoryAnswers.SCOPE);
        LateAnswers.Late late =
                replays.of(updates.state(), key(context.path(), question), () -> answers.replayed(question));
        text(context, JSON, HistoryAnswers.selftest(late));
    }

    /** Two questions have the same one only if they are the same, whatever stands in their values. */
    private static String key(String path, Question question) {
        StringBuilder key = new StringBuilder(path.replace("&", "%26"));
        new TreeMap<>(question.parameters())
                .forEach((name, value) -> key.append('&')
                        .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return key.toString();
    }

    private void accept(Context context) {
        text(context, JSON, answers.accept(question(context)));
        updates.look();
    }

    private void badge(Context context) {
        String file = context.pathParam("metric");
        if (!file.endsWith(".svg")) {
            throw new RefusedException(404, "A badge is an .svg, such as /badge/docs/total_duration_ms.svg.");
        }
        Question question = question(context).knowing(Set.of("scenario", "branch", "environment"));
        BuildFilter filter = question.filter().baselineMaterial().project(context.pathParam("project"));
        String name = file.substring(0, file.length() - ".svg".length());
        // That nobody measured it takes long to find out.
        String badge = remembered.of(updates.state(), key(context.path(), question), () -> answers.badge(filter, name));
        text(context, "image/svg+xml; charset=utf-8", badge);
    }

    private static void text(Context context, String type, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String tag = tag(bytes);
        context.header("ETag", tag);
        if (isKnown(context.header("If-None-Match"), tag)) {
            context.status(304);
            return;
        }
        context.contentType(type).result(bytes);
    }

    private static boolean isKnown(@Nullable String tags, String tag) {
        return tags != null && tags.contains(tag);
    }

    /** Two sums of 32 bits that have nothing to do with each other; a cryptographic one takes a fifth of what a long series does. */
    private static String tag(byte[] bytes) {
        CRC32 one = new CRC32();
        one.update(bytes, 0, bytes.length);
        CRC32C other = new CRC32C();
        other.update(bytes, 0, bytes.length);
        return '"' + Long.toHexString(one.getValue()) + '-' + Long.toHexString(other.getValue()) + '"';
    }

    private static void refuse(Context context, RefusedException refused) {
        context.status(refused.status())
                .contentType(JSON)
                .result(Document.of(json -> json.writeStringField("error", refused.sentence())));
    }

    private static String description() {
        return Resource.text(DashboardServer.class, "openapi.json");
    }
}
