package dev.bengal.site.content;

import dev.bengal.site.PageFault;
import org.jspecify.annotations.Nullable;

/** A page cannot be built; {@link #fault} says why to its author. */
public final class PageException extends Exception {
    private static final long serialVersionUID = 1;

    private final @Nullable String elsewhere;
    private final @Nullable Integer line;

    /** A failure in this line of the page's file, or in no line in particular. */
    public PageException(@Nullable Integer line, String reason) {
        this(null, line, reason);
    }

    /** A failure that another file is to blame for. */
    PageException(@Nullable String elsewhere, @Nullable Integer line, String reason) {
        super(reason);
        this.elsewhere = elsewhere;
        this.line = line;
    }

    /** The fault of this file, or of the one that is to blame. */
    public PageFault fault(String file) {
        return new PageFault(elsewhere == null ? file : elsewhere, line, String.valueOf(getMessage()));
    }
}
