package dev.bengal.site.highlight;

/** What a stretch of code is. */
public enum Kind {
    /** A remark for people. */
    COMMENT("c"),
    /** Text in quotes. */
    STRING("s"),
    /** A word of the language, or the name of an element. */
    KEYWORD("k"),
    /** A number, or a word such as {@code true}. */
    CONSTANT("n"),
    /** What is called, or the name that a value is given. */
    NAME("f"),
    /** What is about the code: an annotation, a variable of a shell, the marks of a template. */
    META("m"),
    /** A line that a diff adds. */
    INSERTED("i"),
    /** A line that a diff takes away. */
    DELETED("d");

    private final String cssClass;

    Kind(String cssClass) {
        this.cssClass = cssClass;
    }

    /** The class of its {@code span}. */
    public String cssClass() {
        return cssClass;
    }
}
