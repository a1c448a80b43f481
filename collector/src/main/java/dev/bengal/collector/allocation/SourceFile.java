package dev.bengal.collector.allocation;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the source file that a class was compiled from, which the flight recorder does not tell: it stands in the class
 * file.
 *
 * @see <a href="https://docs.oracle.com/javase/specs/jvms/se17/html/jvms-4.html">The class file format</a>
 */
final class SourceFile {
    private static final int MAGIC = 0xCAFEBABE;

    private final DataInputStream in;
    private final Map<Integer, String> texts = new HashMap<>();

    private SourceFile(DataInputStream in) {
        this.in = in;
    }

    /**
     * Such as {@code Parser.java}; empty where the class file does not say, or is not to be had, as for classes that were
     * made at run time.
     */
    static Optional<String> of(String type) {
        String resource = type.replace('.', '/') + ".class";
        try (InputStream file = open(resource)) {
            return file == null
                    ? Optional.empty()
                    : Optional.ofNullable(new SourceFile(new DataInputStream(new BufferedInputStream(file))).read());
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static @Nullable InputStream open(String resource) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return loader == null ? ClassLoader.getSystemResourceAsStream(resource) : loader.getResourceAsStream(resource);
    }

    private @Nullable String read() throws IOException {
        if (in.readInt() != MAGIC) {
            return null;
        }
        in.skipNBytes(4);
        readConstants();
        in.skipNBytes(6);
        in.skipNBytes(2L * in.readUnsignedShort());
        skipMembers();
        skipMembers();
        for (int i = in.readUnsignedShort(); i > 0; i--) {
            String name = texts.get(in.readUnsignedShort());
            int length = in.readInt();
            if ("SourceFile".equals(name)) {
                return texts.get(in.readUnsignedShort());
            }
            in.skipNBytes(length);
        }
        return null;
    }

    private void readConstants() throws IOException {
        int count = in.readUnsignedShort();
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> texts.put(i, in.readUTF());
                case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                case 5, 6 -> {
                    in.skipNBytes(8);
                    // A long or a double takes two places.
                    i++;
                }
                case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
                case 15 -> in.skipNBytes(3);
                default -> throw new IOException("constant of unknown kind " + tag);
            }
        }
    }

    /** Fields, or methods. */
    private void skipMembers() throws IOException {
        for (int members = in.readUnsignedShort(); members > 0; members--) {
            in.skipNBytes(6);
            for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
                in.skipNBytes(2);
                in.skipNBytes(in.readInt());
            }
        }
    }
}
