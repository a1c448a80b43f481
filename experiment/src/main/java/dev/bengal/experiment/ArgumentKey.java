package dev.bengal.experiment;

import dev.bengal.journal.MetricsDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A random key beside the history, with which arguments are hashed: equal arguments are seen to be equal, but nobody who is
 * given the history can try words until one fits. Each clone has a key of its own, so its hashes say nothing elsewhere.
 */
final class ArgumentKey {
    static final String FILE = "arguments.key";

    private static final int BYTES = 32;
    private static final int DIGITS = 12;
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] key;

    ArgumentKey(byte[] key) {
        this.key = key.clone();
    }

    /** The key of this directory, made where there is none yet. Only its owner may read it. */
    static ArgumentKey in(MetricsDirectory directory) throws IOException {
        directory.create();
        Path file = directory.folder().resolve(FILE);
        if (Files.notExists(file)) {
            create(file);
        }
        String digits = Files.readString(file).strip();
        try {
            byte[] key = HexFormat.of().parseHex(digits);
            if (key.length == BYTES) {
                return new ArgumentKey(key);
            }
        } catch (IllegalArgumentException e) {
            // Said below, with what to do.
        }
        throw new IOException(file + " is damaged; delete it to get a new one");
    }

    /** Two processes may come here at once: the first one's is used by both. */
    private static void create(Path file) throws IOException {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        Path draft = file.resolveSibling(FILE + "." + ProcessHandle.current().pid());
        try {
            try (var out = Files.newByteChannel(
                    draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly(file))) {
                out.write(java.nio.ByteBuffer.wrap(
                        (HexFormat.of().formatHex(key) + "\n").getBytes(StandardCharsets.US_ASCII)));
            }
            place(draft, file);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Under its name at once and whole, and never in place of another one, where the file system has a way to do that. */
    static void place(Path draft, Path file) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // Another one was first.
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Twelve digits that are equal where the arguments are. */
    String digest(List<String> arguments) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            // No argument holds a NUL, so that "a b" and "a", "b" differ.
            byte[] hash = mac.doFinal(String.join("\0", arguments).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has " + ALGORITHM, e);
        }
    }
}
