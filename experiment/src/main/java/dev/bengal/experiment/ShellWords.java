package dev.bengal.experiment;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a line into words as a POSIX shell does: at blanks, with quotes and backslashes. Nothing is expanded, since no shell
 * is started; what would need one is refused rather than taken for a word.
 */
public final class ShellWords {
    private static final String NEEDS_SHELL = "|&;<>()$`*?[#~\n";
    private static final String ESCAPED_IN_QUOTES = "$`\"\\";

    private final String line;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private int at;

    private ShellWords(String line) {
        this.line = line;
    }

    /**
     * The words of a line.
     *
     * @throws ExperimentException for an open quote, for what needs a shell, and for no word at all
     */
    public static List<String> of(String line) {
        return new ShellWords(line).split();
    }

    private List<String> split() {
        while (at < line.length()) {
            step(line.charAt(at++));
        }
        endWord();
        if (words.isEmpty()) {
            throw new ExperimentException("a command is empty; give at least the name of a program.");
        }
        return words;
    }

    private void step(char c) {
        switch (c) {
            case ' ', '\t' -> endWord();
            case '\'' -> singleQuoted();
            case '"' -> doubleQuoted();
            case '\\' -> add(next('\\'));
            default -> {
                if (needsShell(c)) {
                    throw new ExperimentException("'" + line + "' holds " + (c == '\n' ? "a newline" : c)
                            + ", which only a shell understands. Quote it, or start a shell: sh -c '...'");
                }
                add(c);
            }
        }
    }

    /** A hash and a tilde mean something at the start of a word only. */
    private boolean needsShell(char c) {
        return NEEDS_SHELL.indexOf(c) >= 0 && (!inWord || (c != '#' && c != '~'));
    }

    private void singleQuoted() {
        inWord = true;
        for (char c = next('\''); c != '\''; c = next('\'')) {
            add(c);
        }
    }

    private void doubleQuoted() {
        inWord = true;
        for (char c = next('"'); c != '"'; c = next('"')) {
            if (c == '$' || c == '`') {
                throw new ExperimentException("'" + line + "' holds " + c
                        + ", which only a shell understands. Quote it with ', or start a shell: sh -c '...'");
            }
            if (c == '\\') {
                char escaped = next('"');
                if (ESCAPED_IN_QUOTES.indexOf(escaped) < 0) {
                    add(c);
                }
                add(escaped);
            } else {
                add(c);
            }
        }
    }

    private char next(char opened) {
        if (at == line.length()) {
            throw new ExperimentException(
                    "'" + line + "' ends " + (opened == '\\' ? "with a backslash." : "inside of a " + opened + "."));
        }
        return line.charAt(at++);
    }

    private void add(char c) {
        inWord = true;
        word.append(c);
    }

    private void endWord() {
        if (inWord) {
            words.add(word.toString());
        }
        word.setLength(0);
        inWord = false;
    }
}
