package dev.bengal.site.markdown.role;

import static dev.bengal.site.markdown.tree.Attributes.attributes;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.renderer.html.HtmlWriter;

/** {@code {abbr}`SSG (Static Site Generator)`}: the short word, which says what it stands for. */
final class AbbreviationHtml implements RoleWriter {
    private static final Pattern EXPLAINED = Pattern.compile("([^(]*[^(\\s])\\s*\\((.+)\\)\\s*", Pattern.DOTALL);

    @Override
    public void write(String text, HtmlWriter html) {
        Matcher explained = EXPLAINED.matcher(text);
        boolean isExplained = explained.matches();
        html.tag("abbr", isExplained ? attributes("title", explained.group(2).strip()) : Map.of());
        html.text(isExplained ? explained.group(1) : text);
        html.tag("/abbr");
    }

    @Override
    public String words(String text) {
        Matcher explained = EXPLAINED.matcher(text);
        return explained.matches() ? explained.group(1) : text;
    }
}
