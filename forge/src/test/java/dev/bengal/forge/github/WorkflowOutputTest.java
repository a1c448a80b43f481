package dev.bengal.forge.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.report.judged.JudgedFinding;
import dev.bengal.report.judged.JudgedFinding.Weight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkflowOutputTest {
    @TempDir
    private Path folder;

    @Test
    void annotation_staysOneLine() {
        assertThat(new Annotation("error", "a:b,c%\n", "50 %\r\n::error::forged").line())
                .isEqualTo("::error title=a%3Ab%2Cc%25%0A::50 %25%0D%0A::error::forged");
    }

    @Test
    void annotations_areTenOfAKind() {
        List<JudgedFinding> findings = new ArrayList<>();
        for (int i = 1; i <= 25; i++) {
            findings.add(new JudgedFinding(Weight.ERROR, "worse " + i));
        }
        for (int i = 1; i <= 10; i++) {
            findings.add(new JudgedFinding(Weight.WARNING, "perhaps " + i));
        }

        List<Annotation> annotations = Annotation.of(findings);

        assertThat(annotations).hasSize(20);
        assertThat(annotations.get(8).message()).isEqualTo("worse 9");
        assertThat(annotations.get(9).message()).isEqualTo("16 more; the summary of the run has them all.");
        assertThat(annotations.get(19).message()).isEqualTo("perhaps 10");
    }

    @Test
    void finding_withControlCharactersIsPrintable() {
        assertThat(new JudgedFinding(Weight.ERROR, "a\n::warning::b").text()).doesNotContain("\n");
    }

    @Test
    void summary_isAddedToWhatIsThere() throws IOException {
        Path file = Files.writeString(folder.resolve("summary.md"), "of an earlier step\n");
        StepSummary summary = new StepSummary(file);

        assertThat(summary.add("größer")).isTrue();
        assertThat(file).hasContent("of an earlier step\n\ngrößer\n");
        assertThat(summary.room()).isEqualTo((1 << 20) - 3 - Files.size(file));
    }

    @Test
    void summary_neverGrowsBeyondWhatIsShown() throws IOException {
        Path file = Files.write(folder.resolve("summary.md"), new byte[(1 << 20) - 10]);
        StepSummary summary = new StepSummary(file);

        assertThat(summary.room()).isEqualTo(7);
        assertThat(summary.add("12345678")).isFalse();
        assertThat(Files.size(file)).isEqualTo((1 << 20) - 10);
        assertThat(new StepSummary(folder.resolve("none.md")).add("text")).isTrue();
    }
}
