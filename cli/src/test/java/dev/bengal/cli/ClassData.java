package dev.bengal.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An archive of the command's classes, as the launcher makes one: each of the hundred and more processes of these tests takes two thirds of
 * the time with it. It is made once for the classes as they are, and where it cannot be made, the processes start without.
 */
final class ClassData {
    private static final Path FOLDER = Path.of("target", "process-classes").toAbsolutePath();
    private static final String CLASS_PATH = System.getProperty("java.class.path");
    private static final String SEPARATOR = System.getProperty("path.separator");

    /** Without blank ones, which would be the folder that all this stands in. */
    private static final List<String> ENTRIES = Stream.of(CLASS_PATH.split(SEPARATOR, -1))
            .filter(entry -> !entry.isBlank())
            .toList();

    private ClassData() {}

    /** The words for {@code java} that name the class path, and the archive where there is one. */
    static List<String> words() {
        return Holder.WORDS;
    }

    private static List<String> made() {
        try {
            Files.createDirectories(FOLDER);
            try (FileChannel file = FileChannel.open(
                            FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = file.lock()) {
                Path folder = FOLDER.resolve(Long.toHexString(stamp()));
                return lock.isValid() && (Files.exists(folder) || make(folder)) ? words(folder) : plain();
            }
        } catch (IOException e) {
            return plain();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return plain();
        }
    }

    private static List<String> plain() {
        return List.of("-cp", CLASS_PATH);
    }

    private static List<String> words(Path folder) throws IOException {
        return List.of(
                "-XX:SharedArchiveFile=" + folder.resolve("archive"),
                "-cp",
                Files.readString(folder.resolve("class-path")));
    }

    /** Under its name only when it is whole. */
    private static boolean make(Path folder) throws IOException, InterruptedException {
        Path draft = Files.createTempDirectory(FOLDER, "making");
        String classPath = jars(draft, folder);
        Files.writeString(draft.resolve("class-path"), classPath);
        String drafted = classPath.replace(folder.toString(), draft.toString());
        Path list = draft.resolve("list");
        boolean learnt = java(
                draft,
                "-XX:DumpLoadedClassList=" + list,
                "-cp",
                drafted,
                "dev.bengal.cli.TrainingRun",
                draft.resolve("site").toString(),
                draft.resolve("sqlite").toString());
        Files.move(draft, folder);
        return learnt
                && java(
                        folder,
                        "-Xshare:dump",
                        "-XX:SharedClassListFile=" + folder.resolve("list"),
                        "-XX:SharedArchiveFile=" + folder.resolve("archive"),
                        "-cp",
                        classPath);
    }

    private static boolean java(Path folder, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(BengalProcess.jvm());
        command.addAll(List.of(words));
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile())
                        .start()
                        .waitFor()
                == 0;
    }

    /** An archive knows jars alone, so each folder of classes becomes one. */
    private static String jars(Path into, Path later) throws IOException {
        List<String> entries = new ArrayList<>();
        for (String entry : ENTRIES) {
            Path path = Path.of(entry);
            if (!Files.isDirectory(path)) {
                entries.add(entry);
            } else if (!path.endsWith("test-classes")) {
                String name = entries.size() + ".jar";
                jar(path, into.resolve(name));
                entries.add(later.resolve(name).toString());
            }
        }
        return String.join(SEPARATOR, entries);
    }

    private static void jar(Path classes, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                zip.putNextEntry(
                        new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
            }
        }
    }

    /** Of all that the archive is made of. */
    private static long stamp() throws IOException {
        long stamp = (CLASS_PATH + System.getProperty("java.home")).hashCode();
        for (String entry : ENTRIES) {
            try (Stream<Path> files = Files.exists(Path.of(entry)) ? Files.walk(Path.of(entry)) : Stream.empty()) {
                stamp = 31 * stamp + files.mapToLong(ClassData::stamp).sum();
            }
        }
        return stamp;
    }

    private static long stamp(Path file) {
        try {
            return file.toString().hashCode() * Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Holder {
        static final List<String> WORDS = made();
    }
}
