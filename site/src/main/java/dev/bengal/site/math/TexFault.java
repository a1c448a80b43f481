package dev.bengal.site.math;

/** What of a formula is not understood, as the end of a sentence that begins with "has". */
final class TexFault extends Exception {
    private static final long serialVersionUID = 1L;

    TexFault(String what) {
        super(what, null, false, false);
    }

    /** Such as {@code \foo, which is not known}. */
    String what() {
        return String.valueOf(getMessage());
    }
}
