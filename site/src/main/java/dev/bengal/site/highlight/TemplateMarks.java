package dev.bengal.site.highlight;

/** The marks of templates in one text: {@code {{ value }}}, {@code {% tag %}} and {@code {# remark #}}. */
final class TemplateMarks {
    private static final Language INSIDE = CodeGrammars.template();

    private final String code;
    private final Finder values;
    private final Finder tags;
    private final Finder remarks;

    TemplateMarks(String code) {
        this.code = code;
        this.values = new Finder(code, "}}");
        this.tags = new Finder(code, "%}");
        this.remarks = new Finder(code, "#}");
    }

    /** The end of the mark that begins here; the place itself where none does, or it has no end. */
    int scan(int at, int to, Tokens tokens) {
        if (code.charAt(at) != '{' || at + 1 >= to) {
            return at;
        }
        char sign = code.charAt(at + 1);
        int close = switch (sign) {
            case '{' -> values.from(at + 2, to);
            case '%' -> tags.from(at + 2, to);
            case '#' -> remarks.from(at + 2, to);
            default -> -1;
        };
        if (close < 0) {
            return at;
        }
        if (sign == '#') {
            tokens.add(Kind.COMMENT, close + 2);
            return close + 2;
        }
        tokens.add(Kind.META, at + 2);
        INSIDE.scan(code, at + 2, close, tokens);
        tokens.add(Kind.META, close + 2);
        return close + 2;
    }
}
