package dev.bengal.site.markdown.include;

import dev.bengal.site.markdown.directive.Directive;

/** The lines that {@code start-line} and {@code end-line} choose; the first of a text is 1, and both belong to the range. */
public record LineRange(int first, int last) {
    /** The lines that the options of a directive name; all of a text where they name none. */
    public static LineRange of(Directive directive) {
        return new LineRange(number(directive, "start-line", 1), number(directive, "end-line", Integer.MAX_VALUE));
    }

    private static int number(Directive directive, String option, int otherwise) {
        String value = directive.options().getOrDefault(option, "");
        return value.matches("[0-9]{1,8}") ? Math.max(1, Integer.parseInt(value)) : otherwise;
    }

    /** Those lines of a text. */
    public String of(String text) {
        if (first <= 1 && last == Integer.MAX_VALUE) {
            return text;
        }
        StringBuilder chosen = new StringBuilder();
        text.lines()
                .skip(first - 1L)
                .limit(Math.max(0L, (long) last - first + 1))
                .forEach(line -> chosen.append(line).append('\n'));
        return chosen.toString();
    }
}
