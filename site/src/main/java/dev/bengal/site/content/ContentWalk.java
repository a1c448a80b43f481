package dev.bengal.site.content;

import dev.bengal.site.PageFault;
import dev.bengal.site.RelativeName;
import dev.bengal.site.SiteException;
import dev.bengal.site.output.FileStamp;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Walks a content folder. Links are followed, loops of links are not. */
final class ContentWalk extends SimpleFileVisitor<Path> {
    private final Path content;
    private final String separator;
    private final int prefix;
    private final List<String> pages = new ArrayList<>();
    private final List<String> attachments = new ArrayList<>();
    private final Map<String, FileStamp> stamps = new HashMap<>();
    private final List<PageFault> faults = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private ContentWalk(Path content) {
        this.content = content;
        this.separator = content.getFileSystem().getSeparator();
        this.prefix = content.toString().length() + 1;
    }

    static ContentFiles of(Path content) {
        ContentWalk walk = new ContentWalk(content);
        try {
            Files.walkFileTree(content, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
        } catch (IOException e) {
            throw new SiteException(content + " cannot be read (" + e.getMessage() + ").", e);
        }
        walk.pages.sort(null);
        walk.attachments.sort(null);
        return new ContentFiles(walk.pages, walk.attachments, walk.stamps, walk.faults, walk.warnings);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return folder.equals(content) || isPublished(nameOf(folder))
                ? FileVisitResult.CONTINUE
                : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        String name = nameOf(file);
        if (name.equals("_index.md") || isPublished(name)) {
            if (attributes.isRegularFile()) {
                String relative = relative(file);
                (name.endsWith(".md") ? pages : attachments).add(relative);
                stamps.put(relative, FileStamp.of(attributes));
            } else if (!attributes.isDirectory()) {
                warnings.add("content/" + relative(file) + " is no regular file and was left out.");
            }
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
        if (failure instanceof FileSystemLoopException) {
            warnings.add("content/" + relative(file) + " is a link to a folder around it and was not followed.");
        } else if (isPublished(nameOf(file)) || nameOf(file).equals("_index.md")) {
            faults.add(PageFault.of("content/" + relative(file), "cannot be read (" + reason(failure) + ")"));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @org.jspecify.annotations.Nullable IOException failure) {
        if (failure != null) {
            faults.add(PageFault.of("content/" + relative(folder), "cannot be listed (" + reason(failure) + ")"));
        }
        return FileVisitResult.CONTINUE;
    }

    private static String reason(IOException failure) {
        return failure instanceof java.nio.file.AccessDeniedException
                ? "permission denied"
                : failure.getClass().getSimpleName();
    }

    private static boolean isPublished(String name) {
        return !name.startsWith("_") && !name.startsWith(".");
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** As {@link RelativeName#of}, which makes a path more for each file of a site. */
    private String relative(Path file) {
        String whole = file.toString();
        return whole.length() <= prefix ? "" : whole.substring(prefix).replace(separator, "/");
    }
}
