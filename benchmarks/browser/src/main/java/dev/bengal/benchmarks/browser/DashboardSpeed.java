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

/** {@code benchmarks/dashboard.sh}: how fast the dashboard is, against its aims. */
public final class DashboardSpeed {
    private static final int DRAWN_BUILDS = 100_000;
    private static final int ASKED_BUILDS = 1_000_000;

    private final Path work = Bengal.HOME.resolve("benchmarks/target/histories");
    private final List<String> rows = new ArrayList<>();

    private DashboardSpeed() {}

    /** Measures and prints a table; {@code --builds N} and {@code --asked N} take other lengths than the aims name. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int drawn = DRAWN_BUILDS;
        int asked = ASKED_BUILDS;
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            switch (arguments[i]) {
                case "--builds" -> drawn = Integer.parseInt(arguments[i + 1]);
                case "--asked" -> asked = Integer.parseInt(arguments[i + 1]);
                default -> throw new IllegalArgumentException("unknown: " + arguments[i]);
            }
        }
        new DashboardSpeed().measure(drawn, asked);
    }

    private void measure(int drawn, int asked) throws IOException, InterruptedException {
        String load = Machine.load();
        String browser;
        try (Chromium chromium = Chromium.open()) {
            browser = chromium.version();
            file(drawn, chromium);
            try (ServedDashboard server = ServedDashboard.of(project(drawn))) {
                new DrawingSpeed(chromium, server).rows(drawn, rows);
            }
        }
        try (ServedDashboard server = ServedDashboard.of(project(asked))) {
            new AnswerSpeed(server).rows(asked, rows);
        }
        System.out.println("| | measured | aim |\n|---|---:|---:|");
        rows.forEach(System.out::println);
        System.out.println(
                "\nChromium " + browser + ". Load average before and after: " + load + "; " + Machine.load() + ".");
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

    private static String number(double value, String unit) {
        return String.format(Locale.ROOT, value < 10 ? "%,.1f %s" : "%,.0f %s", value, unit);
    }
}
