package dev.bengal.site.markdown.directive;

import java.util.Arrays;
import java.util.List;

/** A list that is written in one line. */
public final class CommaWords {
    private CommaWords() {}

    /** What stands between commas, without blanks around it; nothing for what is empty. */
    public static List<String> of(String written) {
        return Arrays.stream(written.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
