package dev.bengal.site.markdown.directive;

import java.util.LinkedHashMap;
import java.util.Map;
import org.commonmark.node.CustomBlock;
import org.jspecify.annotations.Nullable;

/** {@code :::{name} title} with its options; its children are its body, after a {@link Title} where it has one. */
public final class Directive extends CustomBlock {
    /** The name of the mark at which the beginning of a text ends. */
    public static final String EXCERPT_BREAK = "excerpt-break";

    private final String name;
    private final String words;
    private final Map<String, String> options = new LinkedHashMap<>();
    private String address = "";
    private String id = "";
    private boolean open = true;
    private boolean closing;

    Directive(String name, String words) {
        this.name = name;
        this.words = words;
    }

    /** The usual one of its names. */
    public String name() {
        return name;
    }

    /** What stands behind the name, as it is written; the {@link #title} is the same as inline nodes. */
    public String words() {
        return words;
    }

    /** By name, in the order of the text; paths in them give way to the addresses that they lead to. */
    public Map<String, String> options() {
        return options;
    }

    /** Where what it names lies, as it stands in {@code src} or {@code href}; empty for nothing, or nothing that is safe. */
    public String address() {
        return address;
    }

    /** Says where what it names lies. */
    public void leadTo(String where) {
        address = where;
    }

    /** The id of its element; empty for none. */
    String id() {
        return id;
    }

    /** Gives its element an id. */
    public void identify(String name) {
        id = name;
    }

    /** Whether an option stands there, with no value or with one other than {@code false}. */
    public boolean isOn(String option) {
        String value = options.get(option);
        return value != null && !value.equalsIgnoreCase("false");
    }

    /** The same, with what an option that does not stand there means. */
    public boolean isOn(String option, boolean otherwise) {
        return options.containsKey(option) ? isOn(option) : otherwise;
    }

    /** The words after the name, or null. */
    public @Nullable Title title() {
        return getFirstChild() instanceof Title title ? title : null;
    }

    /** Whether it is a mark in the text, which holds nothing and need not be closed. */
    public boolean isMark() {
        return name.equals(EXCERPT_BREAK);
    }

    boolean isOpen() {
        return open;
    }

    void close() {
        open = false;
    }

    /** Whether the current line closes it. */
    public boolean isClosing() {
        return closing;
    }

    void closeOnThisLine() {
        closing = true;
    }

    /** The words after the name, as inline nodes. */
    public static final class Title extends CustomBlock {}
}
