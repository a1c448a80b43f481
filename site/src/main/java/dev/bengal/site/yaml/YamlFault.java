package dev.bengal.site.yaml;

/** A text that is not a YAML mapping, with the place and the reason. */
public final class YamlFault extends Exception {
    private static final long serialVersionUID = 1;

    private final int line;
    private final int column;

    YamlFault(int line, int column, String reason) {
        super(reason);
        this.line = line;
        this.column = column;
    }

    /** The line in the text, from 1. */
    public int line() {
        return line;
    }

    /** The column in the line, from 1. */
    public int column() {
        return column;
    }

    /** What is wrong. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
