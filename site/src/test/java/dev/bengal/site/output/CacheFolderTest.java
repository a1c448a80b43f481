package dev.bengal.site.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheFolderTest {
    @TempDir
    private Path root;

    @Test
    void write_leavesTheOldFileAndNoDraft_whereItFailsHalfway() throws IOException {
        CacheFolder cache = new CacheFolder(root);
        Path file = cache.file("notes", root.resolve("public"), ".bin");
        cache.write(file, out -> out.write(new byte[] {1, 2}));
        Error broken = new StackOverflowError("on purpose");

        assertThatThrownBy(() -> cache.write(file, out -> {
                    out.write(new byte[100]);
                    throw broken;
                }))
                .isSameAs(broken);
        assertThat(file).hasBinaryContent(new byte[] {1, 2});
        assertThat(root.resolve(".bengal-cache"))
                .isDirectoryNotContaining(
                        found -> found.getFileName().toString().endsWith(".tmp"));
    }
}
