package dev.bengal.site.links;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The links and anchors of one HTML page, found in one pass whose time is linear in its length.
 *
 * @param links what {@code href} and {@code src} say, with character references resolved, in the order of the page
 * @param anchors all {@code id}, and {@code name} of {@code a}
 */
record HtmlLinks(Set<String> links, Set<String> anchors) {
    static HtmlLinks of(String html) {
        HtmlLinks found = new HtmlLinks(new LinkedHashSet<>(), new HashSet<>());
        int at = html.indexOf('<');
        while (at >= 0 && at + 1 < html.length()) {
            at = html.indexOf('<', html.startsWith("<!--", at) ? after(html, "-->", at) : found.tag(html, at + 1));
        }
        return found;
    }

    private static int after(String html, String end, int from) {
        int at = html.indexOf(end, from);
        return at < 0 ? html.length() : at + end.length();
    }

    /** Reads a tag from its name on, and for scripts and styles their text too; returns where to go on. */
    private int tag(String html, int start) {
        int at = start;
        while (at < html.length() && Character.isLetterOrDigit(html.charAt(at))) {
            at++;
        }
        String name = html.substring(start, at).toLowerCase(Locale.ROOT);
        if (name.isEmpty()) {
            return start;
        }
        at = attributes(html, at, name);
        return name.equals("script") || name.equals("style") ? after(html, "</" + name, at) : at;
    }

    private int attributes(String html, int from, String tag) {
        int at = from;
        while (at < html.length() && html.charAt(at) != '>') {
            int begin = at;
            while (at < html.length() && isNamePart(html.charAt(at))) {
                at++;
            }
            if (at == begin) {
                at++;
                continue;
            }
            String name = html.substring(begin, at).toLowerCase(Locale.ROOT);
            if (at < html.length() && html.charAt(at) == '=') {
                at = value(html, at + 1, tag, name);
            }
        }
        return at;
    }

    private static boolean isNamePart(char sign) {
        return sign != '='
                && sign != '>'
                && sign != '/'
                && sign != '"'
                && sign != '\''
                && !Character.isWhitespace(sign);
    }

    private int value(String html, int from, String tag, String name) {
        if (from >= html.length()) {
            return from;
        }
        char quote = html.charAt(from);
        int begin = quote == '"' || quote == '\'' ? from + 1 : from;
        int end = begin;
        while (end < html.length() && !isEnd(html.charAt(end), quote, begin > from)) {
            end++;
        }
        keep(tag, name, CharacterReferences.resolve(html.substring(begin, end)));
        return begin > from ? Math.min(end + 1, html.length()) : end;
    }

    private static boolean isEnd(char sign, char quote, boolean isQuoted) {
        return isQuoted ? sign == quote : sign == '>' || Character.isWhitespace(sign);
    }

    private void keep(String tag, String name, String value) {
        if (name.equals("href") || name.equals("src")) {
            links.add(value.strip());
        } else if (name.equals("id") || (name.equals("name") && tag.equals("a"))) {
            anchors.add(value);
        }
    }
}
