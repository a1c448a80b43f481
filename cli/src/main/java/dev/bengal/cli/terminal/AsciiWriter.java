package dev.bengal.cli.terminal;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/** Writes the few signs beyond ASCII that the renderers use in a way that any terminal shows. */
public final class AsciiWriter extends FilterWriter {
    public AsciiWriter(Writer out) {
        super(out);
    }

    @Override
    public void write(int c) throws IOException {
        switch (c) {
            case '–', '−' -> out.write('-');
            case '→' -> out.write("->");
            case '±' -> out.write("+-");
            case '…' -> out.write("...");
            case '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█' -> out.write("_.,-~=+#".charAt(c - '▁'));
            default -> out.write(c < 128 ? c : '?');
        }
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            write(text[i]);
        }
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        write(text.toCharArray(), offset, length);
    }
}
