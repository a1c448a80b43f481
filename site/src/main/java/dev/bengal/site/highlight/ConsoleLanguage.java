package dev.bengal.site.highlight;

/** What was typed behind a prompt, and what was printed. */
final class ConsoleLanguage implements Language {
    private static final Language SHELL = CodeGrammars.shell();

    @Override
    public void scan(String code, int from, int to, Tokens tokens) {
        for (int line = from; line < to; ) {
            int end = Text.endOfLine(code, line, to);
            int start = Text.skipBlanks(code, line, end);
            tokens.add(null, start);
            if (start + 1 < end && "$%>#".indexOf(code.charAt(start)) >= 0 && code.charAt(start + 1) == ' ') {
                tokens.add(Kind.META, start + 1);
                SHELL.scan(code, start + 1, end, tokens);
            }
            tokens.add(null, Math.min(to, end + 1));
            line = end + 1;
        }
    }
}
