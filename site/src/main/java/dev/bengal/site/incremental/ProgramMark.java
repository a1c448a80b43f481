package dev.bengal.site.incremental;

import dev.bengal.collector.CollectorVersion;
import dev.bengal.site.output.FileStamp;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.stream.Stream;

/** Tells one program from another: what another one left may be what this one would not make. */
final class ProgramMark {
    private static final class Own {
        static final long MARK = of(ProgramMark.class.getProtectionDomain().getCodeSource());
    }

    private ProgramMark() {}

    /** That of this program: its version, and the jar or the classes that it runs from. */
    static long own() {
        return Own.MARK;
    }

    private static long of(@org.jspecify.annotations.Nullable CodeSource source) {
        Checksum mark = new Checksum()
                .add(CollectorVersion.NUMBER)
                .add(Runtime.version().feature());
        if (source != null && source.getLocation() != null) {
            try {
                add(Path.of(source.getLocation().toURI()), mark);
            } catch (URISyntaxException | IOException | RuntimeException e) {
                // Not from a file: the version must do.
                mark.add(-1L);
            }
        }
        return mark.value();
    }

    private static void add(Path place, Checksum mark) throws IOException {
        mark.add(place.toString());
        Path classes = place.resolve("dev/bengal/site");
        if (!Files.isDirectory(classes)) {
            add(List.of(place), mark);
            return;
        }
        try (Stream<Path> files = Files.walk(classes)) {
            add(files.sorted().toList(), mark);
        }
    }

    private static void add(List<Path> files, Checksum mark) {
        for (Path file : files) {
            FileStamp.at(file).ifPresent(stamp -> mark.add(stamp.size()).add(stamp.modifiedNanos()));
        }
    }
}
