package dev.bengal.model.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that holds what a test expects, in the module's {@code src/test/resources} below the test's package. With
 * {@code -Dbengal.golden.update=true} it is written anew; what changed is then for the eyes of a reviewer.
 */
public final class GoldenFile {
    private static final String UPDATE = "bengal.golden.update";

    private GoldenFile() {}

    /** Fails where {@code actual} is not what the file holds, to the byte. */
    public static void assertMatches(Class<?> test, String name, String actual) throws IOException {
        Path file = Path.of("src", "test", "resources")
                .resolve(test.getPackageName().replace('.', '/'))
                .resolve(name);
        if (Boolean.getBoolean(UPDATE)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, actual);
        }
        assertThat(file).as("golden file; -D%s=true writes it", UPDATE).exists();
        assertThat(actual)
                .as(
                        "%s; where the change is meant, run the tests with -D%s=true and review the difference",
                        file, UPDATE)
                .isEqualTo(Files.readString(file));
    }
}
