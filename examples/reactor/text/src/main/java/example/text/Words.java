package example.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The words of a text, in small letters. */
public final class Words {
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    private Words() {}

    public static List<String> of(String text) {
        return BETWEEN.splitAsStream(text)
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }
}
