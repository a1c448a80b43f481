package dev.bengal.site;

import dev.bengal.collector.PerformanceCollector;
import dev.bengal.collector.TrackedBuild;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Scenario;
import dev.bengal.site.config.Configuration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A site in a temporary folder: put files, build, read the result. */
public final class SiteFixture {
    private final Path root;
    private final Path output;
    private @Nullable BuildMetrics metrics;

    public SiteFixture(Path folder) {
        this(folder.resolve("site"), folder.resolve("site/public"));
    }

    public SiteFixture(Path root, Path output) {
        this.root = root;
        this.output = output;
    }

    public Path root() {
        return root;
    }

    public Path output() {
        return output;
    }

    public SiteFixture put(String file, String... lines) {
        return putBytes(file, String.join("\n", lines).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    public SiteFixture putBytes(String file, byte[] bytes) {
        try {
            Path path = root.resolve(file);
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            Files.write(path, bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public SiteBuild build() {
        return build(BuildOptions.DEFAULT);
    }

    public SiteBuild build(BuildOptions options) {
        try (PerformanceCollector collector = PerformanceCollector.timingOnly(
                new TrackedBuild("fixture", Scenario.SITE_FULL, root, List.of(), "test"))) {
            collector.startBuild();
            SiteBuild build = new BuildOrchestrator(Configuration.load(root), root, output, options, collector).build();
            metrics = collector.endBuild(build.stats());
            return build;
        }
    }

    /** What the last build measured. */
    public BuildMetrics metrics() {
        return Objects.requireNonNull(metrics, "not built yet");
    }

    public String page(String file) {
        try {
            return Files.readString(output.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean has(String file) {
        return Files.exists(output.resolve(file));
    }

    /** Every file of the output with its text. */
    public Map<String, String> all() {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(output)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> all.put(
                            output.relativize(file).toString(),
                            page(output.relativize(file).toString())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
