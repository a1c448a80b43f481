package dev.bengal.benchmarks.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.bengal.benchmarks.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** How fast pages come and a timeline is drawn, as the browser's own clock tells. */
final class DrawingSpeed {
    private static final int RUNS = 7;
    private static final int FRAMES = 180;
    private static final double AIM_FRAME_MILLIS = 1000.0 / 60;

    /**
     * Notes when the last answer was read, and when the frame was there that shows the page (or its chart): two frames after the nodes came,
     * because a frame is only done when the next one begins.
     */
    static final String STOPWATCH = """
            (() => {
              const speed = window.bengalSpeed = { answered: 0, shown: 0, drawn: 0 };
              const json = Response.prototype.json;
              Response.prototype.json = async function () { const value = await json.call(this); speed.answered = performance.now(); return value; };
              const later = key => requestAnimationFrame(() => requestAnimationFrame(() => { if (!speed[key]) speed[key] = performance.now(); }));
              const look = () => {
                if (document.querySelector('main:not([aria-busy]) h1') && !speed.seen) { speed.seen = true; later('shown'); }
                if (document.querySelector('.chart canvas') && !speed.chart) { speed.chart = true; later('drawn'); }
              };
              new MutationObserver(look).observe(document, { childList: true, subtree: true, attributes: true });
            })();
            """;

    /** Pans a frame at a time, there and back; tells the milliseconds between frames and those of the script in each. */
    private static final String PANNING = """
            async frames => {
              const place = document.querySelector('.chart > div');
              const press = (key, shiftKey) => place.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true }));
              for (let i = 0; i < 3; i++) press('+', false);
              const frame = () => new Promise(done => requestAnimationFrame(done));
              await frame(); await frame();
              const between = [], script = [];
              let last = await frame();
              for (let i = 0; i < frames; i++) {
                const start = performance.now();
                press(Math.floor(i / 8) % 2 ? 'ArrowLeft' : 'ArrowRight', true);
                script.push(performance.now() - start);
                const now = await frame();
                between.push(now - last); last = now;
              }
              return [between, script];
            }
            """;

    /** The milliseconds between frames of a page on which nothing moves: more cannot be had of this browser on this machine. */
    private static final String RESTING = """
            async frames => {
              const frame = () => new Promise(done => requestAnimationFrame(done));
              const between = [];
              let last = await frame();
              for (let i = 0; i < frames; i++) { const now = await frame(); between.push(now - last); last = now; }
              return between;
            }
            """;

    private final Chromium chromium;
    private final ServedDashboard server;

    DrawingSpeed(Chromium chromium, ServedDashboard server) {
        this.chromium = chromium;
        this.server = server;
    }

    /** Adds lines of the table. */
    void rows(int builds, List<String> rows) {
        String over = String.format(Locale.ROOT, " of %,d builds", builds);
        rows.add(DashboardSpeed.row(
                "first page, served, the very first time" + over, once("#/overview", "shown"), "ms", 1000));
        rows.add(DashboardSpeed.row(
                "first page, served, median of " + RUNS,
                median("#/overview", page -> read(page, "shown")),
                "ms",
                1000));
        rows.add(DashboardSpeed.row(
                "timeline" + over + ": from the answer to the drawn frame",
                median("#/timeline", page -> read(page, "drawn") - read(page, "answered")),
                "ms",
                300));
        rows.add("| timeline" + over + ": all, from the address to the drawn frame | "
                + Math.round(median("#/timeline", page -> read(page, "drawn"))) + " ms | |");
        panning(rows);
    }

    private double once(String place, String key) {
        try (Page page = open(place)) {
            return read(page, key);
        }
    }

    private double median(String place, ToDoubleFunction<Page> told) {
        double[] values = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            try (Page page = open(place)) {
                values[i] = told.applyAsDouble(page);
            }
        }
        return Estimate.of(values).median();
    }

    private Page open(String place) {
        Page page = chromium.page(1440, 900, ColorScheme.LIGHT);
        page.addInitScript(STOPWATCH);
        Chromium.show(page, server.address() + place);
        page.waitForFunction(place.contains("timeline") ? "bengalSpeed.drawn" : "bengalSpeed.shown");
        return page;
    }

    private static double read(Page page, String key) {
        return ((Number) page.evaluate("bengalSpeed." + key)).doubleValue();
    }

    private void panning(List<String> rows) {
        try (Page page = open("#/timeline")) {
            double[] resting = sorted((List<?>) page.evaluate(RESTING, FRAMES));
            rows.add("| the same page at rest, frames a second, mean of " + FRAMES + " | " + framesASecond(resting) + " | |");
            List<?> told = (List<?>) page.evaluate(PANNING, FRAMES);
            double[] between = sorted((List<?>) told.get(0));
            double[] script = sorted((List<?>) told.get(1));
            rows.add("| panning, frames a second, mean of " + FRAMES + " | " + framesASecond(between) + " | ≥ 60"
                    + (framesASecond(between) >= 60 ? "" : " **missed**") + " |");
            rows.add(DashboardSpeed.row(
                    "panning, the script of a frame, 95 % of them within",
                    script[FRAMES * 95 / 100], "ms", AIM_FRAME_MILLIS));
            rows.add("| panning, from frame to frame, 95 % of them within | "
                    + String.format(Locale.ROOT, "%.1f ms", between[FRAMES * 95 / 100]) + " | |");
        }
    }

    private static long framesASecond(double[] between) {
        return Math.round(1000 / Arrays.stream(between).average().orElseThrow());
    }

    private static double[] sorted(List<?> values) {
        List<Double> numbers = new ArrayList<>();
        values.forEach(value -> numbers.add(((Number) value).doubleValue()));
        return numbers.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }
}
