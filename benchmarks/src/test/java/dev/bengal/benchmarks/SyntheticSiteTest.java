package dev.bengal.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheticSiteTest {
    @TempDir
    private Path folder;

    @Test
    void writeTo_givesTheSameBytesForTheSameSeed() throws IOException {
        new SyntheticSite(60, 7).writeTo(folder.resolve("a"));
        new SyntheticSite(60, 7).writeTo(folder.resolve("b"));

        assertThat(files(folder.resolve("a"))).isEqualTo(files(folder.resolve("b")));
    }

    @Test
    void writeTo_givesOtherPagesForAnotherSeed() throws IOException {
        new SyntheticSite(20, 1).writeTo(folder.resolve("a"));
        new SyntheticSite(20, 2).writeTo(folder.resolve("b"));

        Map<String, String> first = files(folder.resolve("a"));
        Map<String, String> second = files(folder.resolve("b"));
        assertThat(first.keySet()).isEqualTo(second.keySet());
        assertThat(first.keySet().stream().filter(name -> name.endsWith(".md")))
                .hasSize(20)
                .allSatisfy(name -> assertThat(first.get(name)).isNotEqualTo(second.get(name)));
    }

    /** Taken from the first version: figures that were measured with another site cannot be compared with later ones. */
    @Test
    void writeTo_isTheSiteThatTheFiguresWereMeasuredWith() throws IOException, NoSuchAlgorithmException {
        new SyntheticSite(1000, 1).writeTo(folder);

        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        files(folder).forEach((name, text) -> digest.update((name + "\n" + text).getBytes(StandardCharsets.UTF_8)));
        assertThat(HexFormat.of().formatHex(digest.digest()))
                .isEqualTo("a2d9ec6636cfe8034bb7bc7965aa24a13babdab12be6f319299d15437f6b9830");
    }

    @Test
    void writeTo_leavesAFileWithTheRightBytesAlone() throws IOException {
        SyntheticSite site = new SyntheticSite(3, 1);
        site.writeTo(folder);
        Path page = folder.resolve("content/page-01.md");
        Files.setLastModifiedTime(page, java.nio.file.attribute.FileTime.fromMillis(1_000_000));

        site.writeTo(folder);

        assertThat(Files.getLastModifiedTime(page).toMillis()).isEqualTo(1_000_000);
    }

    @Test
    void writeTo_refusesAFolderWithOtherPages() throws IOException {
        new SyntheticSite(30, 1).writeTo(folder);

        assertThatThrownBy(() -> new SyntheticSite(20, 1).writeTo(folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("name an empty folder");
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return files;
    }
}
