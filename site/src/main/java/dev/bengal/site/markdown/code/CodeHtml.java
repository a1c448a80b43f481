package dev.bengal.site.markdown.code;

import static dev.bengal.site.markdown.tree.Attributes.attributes;

import dev.bengal.site.highlight.Highlighter;
import dev.bengal.site.highlight.Kind;
import dev.bengal.site.highlight.Tokens;
import dev.bengal.site.markdown.directive.Directive;
import java.util.EnumMap;
import java.util.Map;
import org.commonmark.renderer.html.HtmlWriter;
import org.jspecify.annotations.Nullable;

/** Writes code with its title, its marked lines and its parts. Its text stays what it was, to the letter. */
public final class CodeHtml {
    private static final Map<Kind, Map<String, String>> CLASSES = classes();

    private final HtmlWriter html;

    public CodeHtml(HtmlWriter html) {
        this.html = html;
    }

    private static Map<Kind, Map<String, String>> classes() {
        Map<Kind, Map<String, String>> classes = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            classes.put(kind, Map.of("class", kind.cssClass()));
        }
        return classes;
    }

    public void write(MarkedCode code) {
        boolean isTab =
                code.getParent() instanceof Directive around && around.name().equals("code-tabs");
        boolean titled = !isTab && !code.title().isEmpty();
        html.line();
        if (titled) {
            html.tag("figure", attributes("class", "titled-code"));
            html.line();
            html.tag("figcaption");
            html.text(code.title());
            html.tag("/figcaption");
            html.line();
        }
        html.tag("pre", attributes("tabindex", "0"));
        html.tag("code", code.language().isEmpty() ? Map.of() : attributes("class", "language-" + code.language()));
        lines(code);
        html.tag("/code");
        html.tag("/pre");
        html.line();
        if (titled) {
            html.tag("/figure");
            html.line();
        }
    }

    private void lines(MarkedCode code) {
        String text = code.code();
        Parts parts = new Parts(
                text,
                code.isHighlighted() ? Highlighter.tokens(code.language(), text).orElse(null) : null);
        int number = 0;
        for (int start = 0; start < text.length(); ) {
            int end = code.hasLines() ? endOfLine(text, start) : text.length();
            boolean marked = code.isMarked(++number);
            if (marked) {
                html.tag("mark");
            }
            if (code.firstNumber() > 0) {
                html.tag("span", attributes("class", "ln", "data-n", String.valueOf(code.firstNumber() + number - 1)));
                html.tag("/span");
            }
            parts.writeTo(end);
            if (marked) {
                html.tag("/mark");
            }
            start = end;
        }
    }

    private static int endOfLine(String text, int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end + 1;
    }

    /** The parts of one code, written piece by piece. */
    private final class Parts {
        private final String text;
        private final @Nullable Tokens tokens;
        private int at;
        private int token;

        Parts(String text, @Nullable Tokens tokens) {
            this.text = text;
            this.tokens = tokens;
        }

        void writeTo(int end) {
            while (at < end) {
                int stop = tokens == null ? end : Math.min(end, tokens.end(token));
                Kind kind = tokens == null ? null : tokens.kind(token);
                if (kind != null) {
                    html.tag("span", CLASSES.getOrDefault(kind, Map.of()));
                }
                html.text(text.substring(at, stop));
                if (kind != null) {
                    html.tag("/span");
                }
                at = stop;
                if (tokens != null && stop == tokens.end(token)) {
                    token++;
                }
            }
        }
    }
}
