package dev.bengal.collector;

import dev.bengal.journal.MetricsDirectory;
import dev.bengal.model.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A process that starts a build, says so, and then works until it is ended from outside. With {@code no completion} it cannot say what it
 * knows of the build beyond that.
 */
final class InterruptedBuild {
    private InterruptedBuild() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        TrackedBuild build = new TrackedBuild("docs", Scenario.SITE_FULL, folder, List.of(), "mysite 1.4");
        try (PerformanceCollector collector = new PerformanceCollector(
                build, Instruments.ofThisJvm(), Surroundings.unknown(), warning -> write(folder, warning))) {
            MetricsDirectory directory = new MetricsDirectory(folder);
            if (arguments[1].equals("no completion")) {
                collector.recordInterruptionsIn(directory, measured -> {
                    throw new IllegalStateException("nothing is known");
                });
            } else {
                collector.recordInterruptionsIn(directory);
            }
            collector.startBuild();
            try (Phase discovery = collector.phase("discovery")) {
                discovery.recordItems(3);
            }
            try (Phase rendering = collector.phase("rendering")) {
                rendering.recordItems(1);
                System.out.println("working");
                while (System.in.read() >= 0) {
                    rendering.recordItems(1);
                }
            }
        }
    }

    private static void write(Path folder, String warning) {
        try {
            Files.writeString(folder.resolve("warnings"), warning);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
