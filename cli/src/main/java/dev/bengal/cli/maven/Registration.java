package dev.bengal.cli.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** A file in which Maven is told of the extension. A symbolic link stays one: what it leads to is changed. */
public record Registration(Path file, RegistrationText text) {
    public Registration {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(text, "text");
    }

    /** For every build of one user. */
    public static Registration ofUser(Path home) {
        return new Registration(home.resolve(".mavenrc"), new Mavenrc());
    }

    /** For every build of one project in this working copy. */
    public static Registration ofProject(MavenFolder folder) {
        return new Registration(folder.path().resolve(".mvn").resolve("maven.config"), new MavenConfig());
    }

    /**
     * The jar that is registered here, or empty.
     *
     * @throws IOException also where its name has letters that this locale does not know
     */
    public Optional<Path> jar() throws IOException {
        try {
            return content()
                    .flatMap(text::jar)
                    .map(jar -> Path.of(new String(jar.getBytes(StandardCharsets.ISO_8859_1), NameLetters.CHARSET)));
        } catch (InvalidPathException e) {
            throw new IOException("it names a jar by letters that this locale does not know", e);
        }
    }

    /** Registers this jar, instead of another one that was registered before. */
    public void add(Path jar) throws IOException {
        Optional<String> before = content().flatMap(text::without);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        String name = new String(jar.toString().getBytes(NameLetters.CHARSET), StandardCharsets.ISO_8859_1);
        Files.writeString(file, text.with(before, name), StandardCharsets.ISO_8859_1);
    }

    /**
     * Takes the registration out; a file that was made for it goes, and a folder that is empty then.
     *
     * @return whether there was one
     */
    public boolean remove() throws IOException {
        Optional<String> content = content();
        if (content.flatMap(text::jar).isEmpty()) {
            return false;
        }
        Optional<String> before = text.without(content.orElseThrow());
        if (before.isPresent()) {
            Files.writeString(file, before.get(), StandardCharsets.ISO_8859_1);
        } else {
            Files.delete(file);
            forgetFolder();
        }
        return true;
    }

    private void forgetFolder() throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && folder.endsWith(".mvn")) {
            try (var left = Files.list(folder)) {
                if (left.findAny().isPresent()) {
                    return;
                }
            }
            Files.delete(folder);
        }
    }

    private Optional<String> content() throws IOException {
        return Files.exists(file) ? Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1)) : Optional.empty();
    }
}
