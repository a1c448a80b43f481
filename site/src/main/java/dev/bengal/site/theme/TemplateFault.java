package dev.bengal.site.theme;

import dev.bengal.site.PageFault;

/** A template failed; {@link #fault} names it and its line. */
public final class TemplateFault extends Exception {
    private static final long serialVersionUID = 1;

    private final transient PageFault fault;

    TemplateFault(PageFault fault, Throwable cause) {
        super(fault.toString(), cause);
        this.fault = fault;
    }

    /** The template as the file. */
    public PageFault fault() {
        return fault;
    }
}
