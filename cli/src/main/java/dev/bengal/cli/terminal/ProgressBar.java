package dev.bengal.cli.terminal;

/** How far something long has come, on one line of a terminal; elsewhere nothing. */
public final class ProgressBar implements AutoCloseable {
    private static final int WIDTH = 24;
    private static final int LONGEST_WORDS = 40;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final Surface surface;
    private final int total;
    private boolean shown;

    public ProgressBar(Surface surface, int total) {
        this.surface = surface;
        this.total = total;
    }

    /**
     * Draws it anew.
     *
     * @param done of the total
     * @param words what is done now
     */
    public void show(int done, String words) {
        if (surface.isErrTerminal()) {
            int filled = total == 0 ? 0 : WIDTH * done / total;
            String plain = words.replaceAll("\\p{C}", " ");
            surface.err()
                    .print(CLEAR_LINE + "[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] " + done + "/"
                            + total + "  " + plain.substring(0, Math.min(LONGEST_WORDS, plain.length())));
            surface.err().flush();
            shown = true;
        }
    }

    /** Takes it away, so that what follows begins on a clean line. */
    @Override
    public void close() {
        if (shown) {
            surface.err().print(CLEAR_LINE);
            surface.err().flush();
            shown = false;
        }
    }
}
