package dev.bengal.site.watch;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static java.nio.file.StandardWatchEventKinds.OVERFLOW;

import dev.bengal.site.RelativeName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Is told by the system. Folders that are made later are watched from then on; links to folders are followed. */
final class NotifiedSignals implements Signals {
    private final Path root;
    private final WatchService service;
    private final Map<WatchKey, Path> folders = new HashMap<>();

    /**
     * Watches the sources in {@code root}.
     *
     * @param service is closed with this
     * @throws IOException if a folder cannot be watched, mostly since the system sets a limit
     */
    NotifiedSignals(Path root, WatchService service) throws IOException {
        this.root = root;
        this.service = service;
        watch(root);
        for (String name : SourcePlaces.FOLDERS) {
            watchTree(root.resolve(name));
        }
    }

    @Override
    public SourceChange take() throws IOException, InterruptedException {
        SourceChange change = SourceChange.NONE;
        while (change.isNone()) {
            change = read(service.take());
        }
        return change;
    }

    @Override
    public SourceChange poll(long millis) throws IOException, InterruptedException {
        WatchKey key = service.poll(millis, TimeUnit.MILLISECONDS);
        return key == null ? SourceChange.NONE : read(key);
    }

    /** All that is known by now, beginning with this folder. */
    private SourceChange read(WatchKey first) throws IOException {
        SourceChange change = SourceChange.NONE;
        for (WatchKey key = first; key != null; key = service.poll()) {
            change = change.and(eventsOf(key));
        }
        return change;
    }

    private SourceChange eventsOf(WatchKey key) throws IOException {
        Path folder = folders.get(key);
        SourceChange change = SourceChange.NONE;
        for (WatchEvent<?> event : key.pollEvents()) {
            if (event.kind() == OVERFLOW) {
                change = change.and(lookedOver());
            } else if (folder != null && event.context() instanceof Path name) {
                change = change.and(at(folder, name));
            }
        }
        if (!key.reset()) {
            folders.remove(key);
        }
        return change;
    }

    /** Something happened that nobody told of: there may be new folders too. */
    private SourceChange lookedOver() throws IOException {
        for (String name : SourcePlaces.FOLDERS) {
            watchTree(root.resolve(name));
        }
        return SourceChange.ANYTHING;
    }

    private SourceChange at(Path folder, Path name) throws IOException {
        if (SourcePlaces.isPassing(name.toString())
                || (folder.equals(root) && !SourcePlaces.isOfRoot(name.toString()))) {
            return SourceChange.NONE;
        }
        Path entry = folder.resolve(name);
        return Files.isDirectory(entry)
                ? SourceChange.of(watchTree(entry))
                : SourceChange.of(List.of(RelativeName.of(root, entry)));
    }

    /** Watches a folder and those in it; answers the files that are there, which may have come before anyone watched. */
    private List<String> watchTree(Path folder) throws IOException {
        List<String> files = new ArrayList<>();
        Files.walkFileTree(
                folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes)
                            throws IOException {
                        watch(inner);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (!SourcePlaces.isPassing(SourcePlaces.nameOf(file))) {
                            files.add(RelativeName.of(root, file));
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException failure) {
                        // Gone again, a loop of links, or forbidden: the build says what it makes of it.
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path inner, @Nullable IOException failure) {
                        return FileVisitResult.CONTINUE;
                    }
                });
        return files;
    }

    private void watch(Path folder) throws IOException {
        try {
            folders.put(folder.register(service, ENTRY_CREATE, ENTRY_DELETE, ENTRY_MODIFY), folder);
        } catch (NoSuchFileException | NotDirectoryException e) {
            // It went away; the folder around it tells when it comes back.
        }
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a watch cannot be ended", e);
        }
    }
}
