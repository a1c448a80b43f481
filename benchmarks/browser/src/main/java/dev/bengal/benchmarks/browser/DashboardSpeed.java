package dev.bengal.benchmarks.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.bengal.benchmarks.Machine;
import dev.bengal.benchmarks.history.SyntheticHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** {@code benchmarks/dashboard.sh}: how fast the dashboard is, against its aims. */
public final class DashboardSpeed {
    private static final int DRAWN_BUILDS = 100_000;
    private static final List<Integer> ASKED_BUILDS = List.of(1_000, 100_000, 1_000_000);

    private final List<String> rows = new ArrayList<>();
    private Path work = Bengal.HOME.resolve("benchmarks/target/histories");

    private DashboardSpeed() {}

    /**
     * Measures and prints tables: {@code file}, {@code drawing} and {@code answers}, or all of them where none is named. {@code --builds N}
     * takes another length than the aims name, {@code --work DIR} another folder for the histories.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        DashboardSpeed speed = new DashboardSpeed();
        Set<String> parts = new TreeSet<>();
        Optional<Integer> builds = Optional.empty();
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "file", "drawing", "answers" -> parts.add(arguments[i]);
                case "--builds" -> builds = Optional.of(Integer.parseInt(arguments[++i]));
                case "--work" -> speed.work = Path.of(arguments[++i]);
                default -> throw new IllegalArgumentException("unknown: " + arguments[i]);
            }
        }
        speed.measure(parts.isEmpty() ? Set.of("file", "drawing", "answers") : parts, builds);
    }

    private void measure(Set<String> parts, Optional<Integer> builds) throws IOException, InterruptedException {
        String load = Machine.load();
        if (parts.contains("file") || parts.contains("drawing")) {
            rows.add("| | measured | aim |");
            rows.add("|---|---:|---:|");
            pictures(parts, builds.orElse(DRAWN_BUILDS));
        }
        if (parts.contains("answers")) {
            for (int asked : builds.map(List::of).orElse(ASKED_BUILDS)) {
                try (ServedDashboard server = ServedDashboard.of(project(asked))) {
                    rows.add("");
                    rows.addAll(new AnswerSpeed(server).rows(asked));
                }
            }
        }
        rows.forEach(System.out::println);
        System.out.println("\nLoad average before and after: " + load + "; " + Machine.load() + ".");
    }

    private void pictures(Set<String> parts, int builds) throws IOException, InterruptedException {
        try (Chromium chromium = Chromium.open()) {
            if (parts.contains("file")) {
                file(builds, chromium);
            }
            if (parts.contains("drawing")) {
                try (ServedDashboard server = ServedDashboard.of(project(builds))) {
                    new DrawingSpeed(chromium, server).rows(builds, rows);
                }
            }
            rows.add("| Chromium | " + chromium.version() + " | |");
        }
    }

    /** The project's folder; its history is made where there is none yet, and its index with it. */
    private Path project(int builds) throws IOException {
        Path project = work.resolve(Integer.toString(builds)).toAbsolutePath();
        Path history = project.resolve(".bengal-metrics/history.jsonl");
        if (Files.notExists(history)) {
            new SyntheticHistory(builds, 1).writeTo(history);
        }
        if (Files.notExists(history.resolveSibling("index.sqlite"))) {
            Bengal.run("perf", "-C", project.toString(), "-n", "1", "-f", "json");
        }
        return project;
    }

    private void file(int builds, Chromium chromium) throws IOException {
        Path file = work.resolve("dashboard.html").toAbsolutePath();
        Bengal.run("perf", "-C", project(builds).toString(), "dashboard", "-o", file.toString());
        String html = Files.readString(file);
        int data = html.indexOf("id=\"data\">") + "id=\"data\">".length();
        int end = html.indexOf("</script>", data);
        rows.add(row("file without its data", (html.length() - (end - data)) / 1024.0, "KiB", 1024));
        Page page = chromium.page(1440, 900, ColorScheme.LIGHT);
        page.addInitScript(DrawingSpeed.STOPWATCH);
        Chromium.show(page, file.toUri().toString());
        page.waitForFunction("bengalSpeed.shown");
        rows.add(
                row("first page of the file", ((Number) page.evaluate("bengalSpeed.shown")).doubleValue(), "ms", 1000));
    }

    /** A line of the table. */
    static String row(String what, double value, String unit, double most) {
        return "| " + what + " | " + number(value, unit) + " | ≤ " + number(most, unit)
                + (value <= most ? "" : " **missed**") + " |";
    }

    static String number(double value, String unit) {
        return String.format(Locale.ROOT, value < 10 ? "%,.1f %s" : "%,.0f %s", value, unit);
    }
}
