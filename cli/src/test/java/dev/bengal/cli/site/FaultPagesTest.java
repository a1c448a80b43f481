package dev.bengal.cli.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.server.preview.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultPagesTest {
    @TempDir
    private Path root;

    private Fault fault(String sentence) {
        List<Fault> faults = new FaultPages(root).of(new PreviewOutcome.Failed(sentence));
        assertThat(faults).hasSize(1);
        return faults.get(0);
    }

    @Test
    void place_isToldFromTheSentenceWithTheLinesAround() throws IOException {
        Files.writeString(root.resolve("bengal.toml"), "1\n2\n3\n4\n5\n6\n7\n8\nnine\nten\n11\n12\n");

        assertThat(fault("bengal.toml:9:4: No. Mend that line."))
                .isEqualTo(new Fault(
                        "bengal.toml:9",
                        "No. Mend that line.",
                        "   7 | 7\n   8 | 8\n>  9 | nine\n  10 | ten\n  11 | 11\n"));
        assertThat(fault("bengal.toml:1: No.").excerpt()).isEqualTo("> 1 | 1\n  2 | 2\n  3 | 3\n");
    }

    @Test
    void sentenceWithoutAPlace_isThatSentence() {
        assertThat(fault("There is no folder: make one."))
                .isEqualTo(new Fault("", "There is no folder: make one.", ""));
    }

    @Test
    void linesOfOtherFiles_areNotShown() throws IOException {
        Path site = Files.createDirectories(root.resolve("site/content"));
        Files.writeString(root.resolve("secret"), "secret\n");
        Files.createSymbolicLink(site.resolve("link.md"), root.resolve("secret"));
        FaultPages pages = new FaultPages(root.resolve("site"));

        for (String file : List.of("../secret", "content/link.md", "content/missing.md", "content", "a\0b")) {
            assertThat(pages.of(new PreviewOutcome.Failed(file + ":1: No.")))
                    .singleElement()
                    .isEqualTo(new Fault(file + ":1", "No.", ""));
        }
        assertThat(pages.of(new PreviewOutcome.Failed(root.resolve("secret") + ":1: No."))
                        .get(0)
                        .excerpt())
                .isEmpty();
    }

    @Test
    void lineThatIsNotThere_isNotShown() throws IOException {
        Files.writeString(root.resolve("a.md"), "one\n");

        assertThat(fault("a.md:2: No.").excerpt()).isEmpty();
        assertThat(fault("a.md:999999999: No.").excerpt()).isEmpty();
        assertThat(fault("a.md:0: No.").excerpt()).isEmpty();
    }
}
