package dev.bengal.site.content;

import dev.bengal.site.PageFault;
import org.jspecify.annotations.Nullable;

/** A page cannot be built; {@link #fault} says why to its author. */
public final class PageException extends Exception {
    private static final long serialVersionUID = 1;

    private final @Nullable Integer line;

    /** A failure in this line of the file, or in no line in particular. */
    public PageException(@Nullable Integer line, String reason) {
        super(reason);
        this.line = line;
    }

    /** The fault of this file. */
    public PageFault fault(String file) {
        return new PageFault(file, line, String.valueOf(getMessage()));
    }
}
