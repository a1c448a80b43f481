package dev.bengal.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bengal.model.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real documentation site, where the machine has it. */
class CorpusTest {
    private static final Path PLACE = Path.of("shared", "data", "bengal-docs");

    @Test
    void build_publishesEveryPageOfRealSite(@TempDir Path folder) throws Exception {
        Optional<Path> corpus = corpus();
        assumeTrue(corpus.isPresent(), "no " + PLACE + " beside a folder above; the real site was not built");
        Path root = folder.resolve("site");
        copy(corpus.orElseThrow(), root);

        SiteFixture site = new SiteFixture(root, folder.resolve("out"));
        SiteBuild build = site.build();

        assertThat(build.faults()).isEmpty();
        assertThat(build.stats().outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(build.stats().pageCount()).isEqualTo(231);
        assertThat(site.page("docs/get-started/index.html"))
                .contains("<a href=\"/docs/ship/configuration/\">Configure</a>")
                .doesNotContain(":::");
        assertThat(site.page("rss.xml")).contains("<item>");
    }

    private static Optional<Path> corpus() {
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            Path candidate = up.resolve(PLACE);
            if (Files.isDirectory(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private static void copy(Path from, Path to) throws Exception {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.resolve("..").normalize());
                Files.copy(file, target);
            }
        }
    }
}
