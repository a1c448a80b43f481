package dev.bengal.site;

import dev.bengal.site.content.SiteContent.Attachment;
import dev.bengal.site.incremental.Checksum;
import dev.bengal.site.incremental.SiteMemory;
import dev.bengal.site.output.Contents;
import dev.bengal.site.output.FileStamp;
import dev.bengal.site.output.OutputFolder;
import dev.bengal.site.theme.FileTree;
import dev.bengal.site.work.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Copies the files that go into the result as they are; one that is as it was copied last time is not read. */
final class CopiedFiles {
    private final Path root;
    private final OutputFolder output;
    private final FilePress press;
    private final Workers workers;
    private final long nowNanos = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());

    CopiedFiles(Path root, OutputFolder output, SiteMemory memory, Workers workers) {
        this.root = root;
        this.output = output;
        this.press = new FilePress(output, memory);
        this.workers = workers;
    }

    /** Copies what lies beside the pages, then {@code static/}; answers how many files are there. */
    long copy(List<Attachment> attachments, List<PageFault> faults, List<String> warnings) {
        List<Copy> copies = new ArrayList<>();
        for (Attachment attachment : attachments) {
            add(attachment.file(), attachment.output(), copies, warnings);
        }
        Path folder = root.resolve("static");
        try {
            for (String name : FileTree.of(folder)) {
                add(folder.resolve(name), name, copies, warnings);
            }
        } catch (IOException e) {
            throw new SiteException(folder + " cannot be read (" + e.getMessage() + ").", e);
        }
        List<Optional<PageFault>> failed = copy(copies);
        failed.forEach(fault -> fault.ifPresent(faults::add));
        return failed.stream().filter(Optional::isEmpty).count();
    }

    private void add(Path file, String to, List<Copy> copies, List<String> warnings) {
        String name = RelativeName.of(root, file);
        if (output.claim(to)) {
            copies.add(new Copy(file, to, name));
        } else {
            warnings.add(name + " was not copied: a page or another file has its place in the output.");
        }
    }

    private List<Optional<PageFault>> copy(List<Copy> copies) {
        List<Optional<PageFault>> failed =
                new ArrayList<>(java.util.Collections.nCopies(copies.size(), Optional.empty()));
        workers.share(copies.size(), () -> i -> {
            Copy copy = copies.get(i);
            try {
                copy(copy);
            } catch (IOException e) {
                output.release(copy.to);
                failed.set(i, Optional.of(PageFault.of(copy.name, "cannot be copied (" + e + ")")));
            }
        });
        return failed;
    }

    private void copy(Copy copy) throws IOException {
        FileStamp source = FileStamp.of(Files.readAttributes(copy.file, BasicFileAttributes.class));
        long origin = new Checksum()
                .add(copy.name)
                .add(source.size())
                .add(source.modifiedNanos())
                .add(source.key())
                .value();
        press.make(copy.to, origin, source.isSettledAt(nowNanos), () -> Contents.copyOf(copy.file));
    }

    private record Copy(Path file, String to, String name) {}
}
