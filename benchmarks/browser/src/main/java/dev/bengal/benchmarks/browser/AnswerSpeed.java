package dev.bengal.benchmarks.browser;

import dev.bengal.benchmarks.Estimate;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How fast the API answers: cold, the first time, for which each question is asked in other words every time, and warm, once more, when the
 * server remembers it.
 */
final class AnswerSpeed {
    private static final int TIMES = 15;
    private static final double AIM_MILLIS = 50;
    private static final long PAUSE_MILLIS = 50;
    private static final Pattern NEXT = Pattern.compile("\"next\" ?: ?\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\"id\" ?: ?\"([^\"]+)\"");
    private static final List<String> SCOPES = List.of(
            "environment=75338fdaea66",
            "environment=0a14c9b8e2d1",
            "environment=f00dcafe1234",
            "scenario=site full",
            "project=handbook");

    private final ServedDashboard server;
    private final List<String> rows = new ArrayList<>();

    AnswerSpeed(ServedDashboard server) {
        this.server = server;
    }

    /** The lines of a table, with its head. */
    List<String> rows(int builds) throws IOException, InterruptedException {
        rows.add(String.format(
                Locale.ROOT, "| answer at %,d builds | cold, median | cold, worst | warm | aim |", builds));
        rows.add("|---|---:|---:|---:|---:|");
        rows.add("| from the start of the server until it says its address | "
                + DashboardSpeed.number(server.startMillis(), "ms") + " | | | |");
        one("`projects`, the very first of the server", "projects");
        List<String> ids = ids(server.ask("builds?limit=500").body());
        pages();
        many("`builds` of a branch", TIMES, i -> "builds?branch=main&limit=" + (100 - i));
        many("`builds` of a branch of few", 5, i -> "builds?branch=feature/" + i);
        many("`builds/ID`", TIMES, i -> "builds/" + ids.get(i));
        many("`builds/ID/stacks`", TIMES, i -> "builds/" + ids.get(i) + "/stacks");
        many("`series` of the newest 1,000", TIMES, i -> "series?metric=total_duration_ms&limit=" + (1000 + i));
        many(
                "`series` of a phase, the newest 1,000",
                TIMES,
                i -> "series?metric=phase.rendering.duration_ms&limit=" + (1000 + i));
        many("`series` of every build", 3, i -> "series?metric=total_duration_ms&points=" + (5000 - i));
        many(
                "`series` of a phase, of every build",
                3,
                i -> "series?metric=phase.rendering.duration_ms&points=" + (5000 - i));
        many("`compare`", TIMES, i -> "compare?base=" + ids.get(i + 40) + "&candidate=" + ids.get(i));
        many("`changes`", SCOPES.size(), i -> "changes?" + SCOPES.get(i));
        many("`health`", SCOPES.size(), i -> "health?" + SCOPES.get(i));
        many("`changes` of a branch of few", 5, i -> "changes?branch=feature/" + i);
        many("`selftest`", 3, i -> "selftest?" + SCOPES.get(i));
        computed();
        return rows;
    }

    private void one(String what, String path) throws IOException, InterruptedException {
        add(what, new double[] {server.ask(path).millis()}, path);
    }

    /** One after the other, as someone would who walks back. */
    private void pages() throws IOException, InterruptedException {
        double[] values = new double[TIMES];
        String path = "builds";
        for (int i = 0; i < TIMES; i++) {
            ServedDashboard.TimedAnswer answer = server.ask(path);
            values[i] = answer.millis();
            Matcher next = NEXT.matcher(answer.body());
            if (next.find()) {
                path = "builds?before=" + URLEncoder.encode(next.group(1), StandardCharsets.UTF_8);
            }
        }
        add("`builds`, a page of 100", values, "builds");
    }

    private void many(String what, int times, IntFunction<String> path) throws IOException, InterruptedException {
        double[] values = new double[times];
        for (int i = 0; i < times; i++) {
            values[i] = server.ask(path.apply(i)).millis();
        }
        add(what, values, path.apply(0));
    }

    /** The answer of one more scope is asked for until it is no longer being computed. */
    private void computed() throws IOException, InterruptedException {
        String path = "selftest?" + SCOPES.get(SCOPES.size() - 1);
        long start = System.nanoTime();
        while (server.ask(path).body().contains("\"computing\":true")) {
            Thread.sleep(PAUSE_MILLIS);
        }
        rows.add("| `selftest`, until it is computed | "
                + DashboardSpeed.number((System.nanoTime() - start) / 1e6, "ms") + " | | | |");
    }

    private void add(String what, double[] first, String asked) throws IOException, InterruptedException {
        double median = Estimate.of(first).median();
        double again = again(asked);
        double worst = Arrays.stream(first).max().orElseThrow();
        rows.add("| " + what + " | " + DashboardSpeed.number(median, "ms") + " | " + DashboardSpeed.number(worst, "ms")
                + " | " + DashboardSpeed.number(again, "ms")
                + " | ≤ 50 ms" + (Math.max(median, again) <= AIM_MILLIS ? "" : " **missed**") + " |");
    }

    private double again(String path) throws IOException, InterruptedException {
        server.ask(path);
        return server.ask(path).millis();
    }

    private static List<String> ids(String builds) {
        List<String> ids = new ArrayList<>();
        Matcher matcher = ID.matcher(builds);
        while (matcher.find()) {
            ids.add(matcher.group(1));
        }
        return ids;
    }
}
