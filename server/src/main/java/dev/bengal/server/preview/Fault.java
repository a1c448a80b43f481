package dev.bengal.server.preview;

import java.util.Objects;

/**
 * Something that kept the site from being built. All of it is shown as text, whatever it holds.
 *
 * @param place the file and the line, such as {@code content/a.md:3}, or empty where there is none
 * @param sentence what is wrong and what to do
 * @param excerpt the lines around the place, or empty
 */
public record Fault(String place, String sentence, String excerpt) {
    public Fault {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(sentence, "sentence");
        Objects.requireNonNull(excerpt, "excerpt");
    }
}
