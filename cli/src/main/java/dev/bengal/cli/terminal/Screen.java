package dev.bengal.cli.terminal;

/**
 * What results are shown on.
 *
 * @param isTerminal whether it is one, and not a file or another command
 * @param showsUnicode whether it shows more than ASCII
 * @param columns how wide it is, in cells; 0 where that is not known
 */
public record Screen(boolean isTerminal, boolean showsUnicode, int columns) {
    /** A file, a pipe, or whatever else nobody looks at as it is written. */
    public static final Screen NONE = new Screen(false, true, 0);
}
