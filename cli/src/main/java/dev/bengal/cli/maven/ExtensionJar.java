package dev.bengal.cli.maven;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;

/** The extension in one jar, which this program carries; Maven needs it as a file of its own. */
public record ExtensionJar(Path file) {
    /** The name by which it is known again. */
    public static final String NAME = "bengal-maven.jar";

    /** Where a user's programs keep their data, as the XDG base directory specification has it. */
    public static ExtensionJar ofUser(Path home, Map<String, String> variables) {
        Path given = Path.of(variables.getOrDefault("XDG_DATA_HOME", ""));
        Path data = given.isAbsolute() ? given : home.resolve(".local/share");
        return new ExtensionJar(data.resolve("bengal").resolve(NAME));
    }

    /** A path with a blank or a colon cannot be said to Maven: its scripts and class paths are split there. */
    public boolean isSayable() {
        return file.toString()
                .chars()
                .noneMatch(c -> Character.isWhitespace(c)
                        || c == ':'
                        || c == '\''
                        || c == '"'
                        || c == '$'
                        || c == '`'
                        || c == '\\');
    }

    /**
     * Whether its name is the same in every locale. Maven 4 does not start at all with a jar whose name it cannot read, and cron and many
     * containers set no locale.
     */
    public boolean isAscii() {
        return isAscii(file.toString());
    }

    static boolean isAscii(String name) {
        return name.chars().allMatch(c -> c < 0x80);
    }

    /** The jar that this program carries; empty where it was put together without. */
    public static Optional<InputStream> carried() {
        return Optional.ofNullable(ExtensionJar.class.getResourceAsStream(NAME));
    }

    /** Puts the jar there at once, so that a Maven that has the old one open keeps that. */
    public void write(InputStream jar) throws IOException {
        Path folder = Files.createDirectories(file.resolveSibling("").toAbsolutePath());
        Path draft = Files.createTempFile(folder, ".bengal-maven", ".jar");
        try {
            Files.copy(jar, draft, StandardCopyOption.REPLACE_EXISTING);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
