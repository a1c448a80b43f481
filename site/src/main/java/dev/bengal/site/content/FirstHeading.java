package dev.bengal.site.content;

import java.util.Iterator;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the title of a text that has none above it. */
final class FirstHeading {
    private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}|~{3,}).*");
    private static final Pattern HEADING = Pattern.compile(" {0,3}#[ \t]+(.+?)(?:[ \t]+#+)?[ \t]*");
    private static final Pattern ID = Pattern.compile("\\s*\\{#[^}]*}$");
    private static final Pattern LINK = Pattern.compile("!?\\[([^]]*)]\\([^)]*\\)");
    private static final Pattern MARKS = Pattern.compile("[`*]|\\\\(?=\\p{Punct})");

    private FirstHeading() {}

    /** The words of the first {@code # heading} outside a code fence. */
    static Optional<String> of(String body) {
        boolean fenced = false;
        for (Iterator<String> lines = body.lines().iterator(); lines.hasNext(); ) {
            String line = lines.next();
            if (FENCE.matcher(line).matches()) {
                fenced = !fenced;
            } else if (!fenced) {
                var heading = HEADING.matcher(line);
                if (heading.matches()) {
                    return Optional.of(words(heading.group(1))).filter(words -> !words.isEmpty());
                }
            }
        }
        return Optional.empty();
    }

    private static String words(String heading) {
        String withoutId = ID.matcher(heading).replaceAll("");
        return MARKS.matcher(LINK.matcher(withoutId).replaceAll("$1"))
                .replaceAll("")
                .strip();
    }
}
