package dev.bengal.site.markdown;

import java.util.Arrays;
import java.util.List;

/** A list that is written in one line. */
final class CommaWords {
    private CommaWords() {}

    /** What stands between commas, without blanks around it; nothing for what is empty. */
    static List<String> of(String written) {
        return Arrays.stream(written.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
