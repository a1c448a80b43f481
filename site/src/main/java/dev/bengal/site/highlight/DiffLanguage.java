package dev.bengal.site.highlight;

import org.jspecify.annotations.Nullable;

/** The differences of files. */
final class DiffLanguage implements Language {
    @Override
    public void scan(String code, int from, int to, Tokens tokens) {
        for (int line = from; line < to; ) {
            int end = Text.endOfLine(code, line, to);
            tokens.add(end > line ? kind(code, line) : null, end);
            tokens.add(null, Math.min(to, end + 1));
            line = end + 1;
        }
    }

    private static @Nullable Kind kind(String code, int line) {
        if (code.startsWith("+++", line) || code.startsWith("---", line)) {
            return Kind.META;
        }
        return switch (code.charAt(line)) {
            case '+', '>' -> Kind.INSERTED;
            case '-', '<' -> Kind.DELETED;
            case '@' -> Kind.META;
            case 'd', 'i' -> Kind.COMMENT;
            default -> null;
        };
    }
}
