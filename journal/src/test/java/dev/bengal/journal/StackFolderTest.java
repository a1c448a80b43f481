package dev.bengal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bengal.model.BuildId;
import dev.bengal.model.CallTree;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackFolderTest {
    private static final BuildId BUILD = new BuildId("01build");
    private static final CallTree TREE = new CallTree.Builder()
            .add(List.of("demo.Main.main", "demo.Parser.parse", "new byte[]"), 300)
            .add(List.of("demo.Main.main", "demo.Größe.x", "new char[]"), 20)
            .add(List.of("demo.Main.main"), 1)
            .build();

    @TempDir
    private Path folder;

    @Test
    void write_isReadBack() {
        stacks().write(BUILD, TREE);

        assertThat(stacks().read(BUILD)).contains(TREE);
        assertThat(stacks().read(new BuildId("other"))).isEmpty();
    }

    @Test
    void write_keepsTheNewestTwenty() throws IOException {
        for (int i = 1; i <= 22; i++) {
            stacks().write(new BuildId(String.format(Locale.ROOT, "%02d", i)), TREE);
        }

        try (Stream<Path> files = Files.list(folder.resolve("allocations"))) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted())
                    .hasSize(20)
                    .startsWith("03.folded.gz")
                    .endsWith("22.folded.gz");
        }
    }

    @Test
    void idThatLeadsElsewhere_staysInTheFolder() throws IOException {
        BuildId hostile = new BuildId("../../../etc/\0passwd");
        stacks().write(hostile, TREE);

        assertThat(stacks().read(hostile)).contains(TREE);
        assertThat(folder.resolve("allocations")).isDirectoryContaining("glob:**_etc__passwd.folded.gz");
        assertThat(folder).isDirectoryNotContaining("glob:**passwd*");
    }

    @Test
    void idThatNoFileCanBeCalled_hasNoStacks() {
        assertThat(stacks().read(new BuildId("x".repeat(300)))).isEmpty();
    }

    @Test
    void foldersThatCannotBeMade_areNamed() throws IOException {
        Files.createFile(folder.resolve("allocations"));

        assertThatThrownBy(() -> stacks().write(BUILD, TREE))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("01build.folded.gz cannot be written");
    }

    @Test
    void damagedFile_isNamed() throws IOException {
        stacks().write(BUILD, TREE);
        Files.writeString(folder.resolve("allocations/01build.folded.gz"), "not gzip");

        assertThatThrownBy(() -> stacks().read(BUILD))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("01build.folded.gz cannot be read");
    }

    @Test
    void folded_isOneLineForEachStack() throws IOException {
        StringBuilder out = new StringBuilder();
        FoldedStacks.write(TREE, out);

        assertThat(out.toString())
                .isEqualTo(
                        "demo.Main.main 1\ndemo.Main.main;demo.Parser.parse;new byte[] 300\ndemo.Main.main;demo.Größe.x;new char[] 20\n");
    }

    @Test
    void folded_framesOfAnyNameStayOnTheirLine() throws IOException {
        StringBuilder out = new StringBuilder();
        FoldedStacks.write(
                new CallTree.Builder().add(List.of("a;b\nc", "d e 7"), 5).build(), out);

        assertThat(out.toString()).isEqualTo("a,b c;d e 7 5\n");
    }

    @Test
    void folded_linesThatAreNoStacksArePassedOver() throws IOException {
        CallTree tree = FoldedStacks.read(new BufferedReader(
                new StringReader("\n 5\nmain\nmain five\nmain -5\nmain 0\n7\nmain 99999999999999999999\nmain 3\n")));

        assertThat(tree)
                .isEqualTo(new CallTree.Builder().add(List.of("main"), 3).build());
    }

    private StackFolder stacks() {
        return new MetricsDirectory(folder).stacks();
    }
}
