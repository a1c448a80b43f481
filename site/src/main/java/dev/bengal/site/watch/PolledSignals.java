package dev.bengal.site.watch;

import dev.bengal.site.RelativeName;
import dev.bengal.site.output.FileStamp;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Looks again and again, where the system tells of nothing or of too little: network folders, or more folders than may be watched. */
final class PolledSignals implements Signals {
    private final Path root;
    private final Pause pause;
    private Map<String, FileStamp> known;

    /** What happens between two looks. */
    interface Pause {
        /** Waits; a negative time stands for the usual one. */
        void await(long millis) throws InterruptedException;

        /** Whether there is to be no further look. */
        boolean isOver();

        /** Ends it. */
        void end();
    }

    /** Compares with what is there now. */
    PolledSignals(Path root, Pause pause) {
        this.root = root;
        this.pause = pause;
        this.known = look();
    }

    @Override
    public SourceChange take() throws InterruptedException {
        SourceChange change = SourceChange.NONE;
        while (change.isNone()) {
            change = poll(-1);
        }
        return change;
    }

    @Override
    public SourceChange poll(long millis) throws InterruptedException {
        pause.await(millis);
        if (pause.isOver()) {
            throw new ClosedWatchServiceException();
        }
        Map<String, FileStamp> now = look();
        Set<String> changed = new TreeSet<>();
        now.forEach((file, stamp) -> {
            if (!stamp.equals(known.get(file))) {
                changed.add(file);
            }
        });
        known.keySet().stream().filter(file -> !now.containsKey(file)).forEach(changed::add);
        known = now;
        return SourceChange.of(changed);
    }

    private Map<String, FileStamp> look() {
        Map<String, FileStamp> stamps = new HashMap<>();
        Walk walk = new Walk(stamps);
        try {
            Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
        } catch (IOException e) {
            // What cannot be read this moment is seen at the next look.
        }
        return stamps;
    }

    @Override
    public void close() {
        pause.end();
    }

    private final class Walk extends SimpleFileVisitor<Path> {
        private final Map<String, FileStamp> stamps;

        Walk(Map<String, FileStamp> stamps) {
            this.stamps = stamps;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return isSource(folder) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (isSource(file) && !SourcePlaces.isPassing(SourcePlaces.nameOf(file))) {
                stamps.put(RelativeName.of(root, file), FileStamp.of(attributes));
            }
            return FileVisitResult.CONTINUE;
        }

        private boolean isSource(Path path) {
            return path.equals(root)
                    || !root.equals(path.getParent())
                    || SourcePlaces.isOfRoot(SourcePlaces.nameOf(path));
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }
}
