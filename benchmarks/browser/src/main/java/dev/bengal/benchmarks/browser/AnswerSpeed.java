package dev.bengal.benchmarks.browser;

import dev.bengal.benchmarks.Estimate;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How fast the API answers. The server remembers answers: each question is asked in other words every time, and then once more. */
final class AnswerSpeed {
    private static final int TIMES = 15;
    private static final double AIM_MILLIS = 50;
    private static final Pattern NEXT = Pattern.compile("\"next\" ?: ?\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\"id\" ?: ?\"([^\"]+)\"");

    private final ServedDashboard server;

    AnswerSpeed(ServedDashboard server) {
        this.server = server;
    }

    /** Adds lines of the table. */
    void rows(int builds, List<String> rows) throws IOException, InterruptedException {
        String at = String.format(Locale.ROOT, " at %,d builds", builds);
        double first = server.ask("projects").millis();
        rows.add(DashboardSpeed.row(
                "`projects`" + at + ", the very first answer of the server", first, "ms", AIM_MILLIS));
        rows.add(DashboardSpeed.row("`projects`" + at + ", remembered", again("projects"), "ms", AIM_MILLIS));
        List<String> ids = ids(server.ask("builds?limit=500").body());
        pages(rows, "`builds`, a page of 100" + at);
        median(rows, "`builds` of a branch" + at, i -> "builds?branch=main&limit=" + (100 - i));
        median(rows, "`builds/ID`" + at, i -> "builds/" + ids.get(i));
        median(rows, "`series` of the newest 1,000" + at, i -> "series?metric=total_duration_ms&limit=" + (1000 + i));
        median(
                rows,
                "`series` of a phase, the newest 1,000" + at,
                i -> "series?metric=phase.rendering.duration_ms&limit=" + (1000 + i));
        median(rows, "`compare`" + at, i -> "compare?base=" + ids.get(i + 40) + "&candidate=" + ids.get(i));
        String[] scopes = {
            "environment=75338fdaea66",
            "environment=0a14c9b8e2d1",
            "environment=f00dcafe1234",
            "scenario=site full",
            "project=handbook"
        };
        few(rows, "`changes`" + at, "changes", scopes);
        few(rows, "`health`" + at, "health", scopes);
        double whole = server.ask("series?metric=total_duration_ms").millis();
        rows.add(DashboardSpeed.row("`series` of every build" + at, whole, "ms", AIM_MILLIS));
    }

    /** One after the other, as someone would who walks back. */
    private void pages(List<String> rows, String what) throws IOException, InterruptedException {
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
        add(rows, what, values, "builds");
    }

    private void few(List<String> rows, String what, String path, String... scopes)
            throws IOException, InterruptedException {
        double[] values = new double[scopes.length];
        for (int i = 0; i < scopes.length; i++) {
            values[i] = server.ask(path + '?' + scopes[i]).millis();
        }
        add(rows, what, values, path + '?' + scopes[0]);
    }

    private void median(List<String> rows, String what, IntFunction<String> path)
            throws IOException, InterruptedException {
        double[] values = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            values[i] = server.ask(path.apply(i)).millis();
        }
        add(rows, what, values, path.apply(0));
    }

    private void add(List<String> rows, String what, double[] values, String asked)
            throws IOException, InterruptedException {
        rows.add(DashboardSpeed.row(
                what + ", median of " + values.length, Estimate.of(values).median(), "ms", AIM_MILLIS));
        rows.add(DashboardSpeed.row(what + ", remembered", again(asked), "ms", AIM_MILLIS));
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
