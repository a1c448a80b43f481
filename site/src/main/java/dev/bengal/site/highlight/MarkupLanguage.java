package dev.bengal.site.highlight;

/** HTML and XML, with the marks of templates in between, and style sheets and scripts in their elements. */
final class MarkupLanguage implements Language {
    private static final Language CSS = new CssLanguage();
    private static final Language SCRIPT = CodeGrammars.javascript();

    private final boolean isHtml;

    private MarkupLanguage(boolean isHtml) {
        this.isHtml = isHtml;
    }

    /** With scripts, style sheets and templates. */
    static Language html() {
        return new MarkupLanguage(true);
    }

    /** Without. */
    static Language xml() {
        return new MarkupLanguage(false);
    }

    @Override
    public void scan(String code, int from, int to, Tokens tokens) {
        Finder comments = new Finder(code, "-->");
        TemplateMarks templates = new TemplateMarks(code);
        for (int at = from; at < to; ) {
            char c = code.charAt(at);
            int end = isHtml ? templates.scan(at, to, tokens) : at;
            if (end > at) {
                at = end;
            } else if (code.startsWith("<!--", at)) {
                int close = comments.from(at, to);
                at = close < 0 ? to : close + "-->".length();
                tokens.add(Kind.COMMENT, at);
            } else if (c == '<' && at + 1 < to && "!?".indexOf(code.charAt(at + 1)) >= 0) {
                at = through(code, at, '>', to);
                tokens.add(Kind.META, at);
            } else if (c == '<' && at + 1 < to && isTagStart(code.charAt(at + 1))) {
                at = tag(code, at, to, templates, tokens);
            } else if (c == '&') {
                at = entity(code, at, to, tokens);
            } else {
                tokens.add(null, ++at);
            }
        }
    }

    private static boolean isTagStart(char c) {
        return c == '/' || Text.isWordStart(c);
    }

    private int tag(String code, int start, int to, TemplateMarks templates, Tokens tokens) {
        int name = start + (code.charAt(start + 1) == '/' ? 2 : 1);
        int at = Text.endOfWord(code, name, to, "-:.");
        tokens.add(Kind.KEYWORD, at);
        String element = code.substring(name, at);
        while (at < to && code.charAt(at) != '>' && code.charAt(at) != '<') {
            int end = isHtml ? templates.scan(at, to, tokens) : at;
            at = end > at ? end : attribute(code, at, to, tokens);
        }
        if (at < to && code.charAt(at) == '>') {
            tokens.add(Kind.KEYWORD, ++at);
            if (isHtml && name == start + 1) {
                return content(code, element, at, to, tokens);
            }
        }
        return at;
    }

    private static int attribute(String code, int at, int to, Tokens tokens) {
        char c = code.charAt(at);
        if (c == '"' || c == '\'') {
            int end = through(code, at + 1, c, to);
            tokens.add(Kind.STRING, end);
            return end;
        }
        boolean isWord = Text.isWordStart(c) || c == '@' || c == ':';
        int end = isWord ? Text.endOfWord(code, at + 1, to, "-:.@") : at + 1;
        tokens.add(isWord ? Kind.NAME : c == '/' ? Kind.KEYWORD : null, end);
        return end;
    }

    /** What is in an element of another language; nothing for any other element. */
    private static int content(String code, String element, int at, int to, Tokens tokens) {
        boolean isScript = element.equals("script");
        if (!isScript && !element.equals("style")) {
            return at;
        }
        int close = code.indexOf("</" + element, at);
        int end = close < 0 || close > to ? to : close;
        (isScript ? SCRIPT : CSS).scan(code, at, end, tokens);
        return end;
    }

    private static int entity(String code, int at, int to, Tokens tokens) {
        int end = Text.endOfWord(code, at + 1, Math.min(to, at + 12), "#");
        boolean isEntity = end > at + 1 && end < to && code.charAt(end) == ';';
        tokens.add(isEntity ? Kind.CONSTANT : null, isEntity ? end + 1 : at + 1);
        return isEntity ? end + 1 : at + 1;
    }

    private static int through(String code, int at, char close, int to) {
        int end = code.indexOf(close, at);
        return end < 0 || end >= to ? to : end + 1;
    }
}
