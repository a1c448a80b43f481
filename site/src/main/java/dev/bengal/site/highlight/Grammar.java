package dev.bengal.site.highlight;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the languages that most programs are written in differ in. Filled once, then only read. */
final class Grammar {
    private final List<String> lineComments = new ArrayList<>();
    private final List<Enclosed> enclosed = new ArrayList<>();
    private final boolean[] firsts = new boolean[128];
    private Set<String> keywords = Set.of();
    private Set<String> constants = Set.of();
    private String metaSigns = "";
    private boolean anyCase;
    private boolean shell;
    private boolean keys;

    /** Words of the language, with blanks between them. */
    Grammar keywords(String words) {
        keywords = Set.of(words.split(" "));
        return this;
    }

    /** Words that are values, with blanks between them. */
    Grammar constants(String words) {
        constants = Set.of(words.split(" "));
        return this;
    }

    /** What begins a comment that ends with its line. */
    Grammar lineComment(String mark) {
        lineComments.add(mark);
        firsts[mark.charAt(0)] = true;
        return this;
    }

    /** Strings and comments; a mark that begins like another one comes before it. */
    Grammar enclosed(Enclosed... all) {
        for (Enclosed one : all) {
            enclosed.add(one);
            firsts[one.open().charAt(0)] = true;
        }
        return this;
    }

    /** Signs that make the word behind them {@link Kind#META}. */
    Grammar metaSigns(String signs) {
        metaSigns = signs;
        return this;
    }

    /** Words count in capitals, too; they are given in lower case. */
    Grammar anyCase() {
        anyCase = true;
        return this;
    }

    /** Comments begin after a blank only, words may have hyphens, and options begin with one. */
    Grammar shell() {
        shell = true;
        return this;
    }

    /** A string with a colon behind it is the name of a value. */
    Grammar keys() {
        keys = true;
        return this;
    }

    List<String> lineComments() {
        return lineComments;
    }

    List<Enclosed> enclosed() {
        return enclosed;
    }

    /** Whether a comment or a string may begin with a character. */
    boolean mayBegin(char c) {
        return c < firsts.length && firsts[c];
    }

    boolean isMetaSign(char c) {
        return metaSigns.indexOf(c) >= 0;
    }

    boolean isShell() {
        return shell;
    }

    boolean hasKeys() {
        return keys;
    }

    boolean isKeyword(String word) {
        return keywords.contains(anyCase ? word.toLowerCase(Locale.ROOT) : word);
    }

    boolean isConstant(String word) {
        return constants.contains(anyCase ? word.toLowerCase(Locale.ROOT) : word);
    }
}
