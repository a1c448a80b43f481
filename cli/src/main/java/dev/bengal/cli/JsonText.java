package dev.bengal.cli;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** Texts for JSON. */
final class JsonText {
    private JsonText() {}

    /** The text in quotes, with everything escaped that must be. */
    static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
