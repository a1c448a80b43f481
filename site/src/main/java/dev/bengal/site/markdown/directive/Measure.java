package dev.bengal.site.markdown.directive;

import java.util.Map;
import java.util.regex.Pattern;

/** What an option may say of a size or of the classes of an element; anything else of an author's stays out of the page's styles. */
public final class Measure {
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,4}(?:\\.[0-9]{1,2})?(?:px|%|em|rem|vw)?");
    private static final Pattern RATIO = Pattern.compile("[0-9]{1,3}\\s*/\\s*[0-9]{1,3}");
    private static final Pattern CLASSES = Pattern.compile("[A-Za-z_][\\w-]*(?:\\s+[A-Za-z_][\\w-]*)*");

    private static final Pattern COLUMNS = Pattern.compile("[1-6]");
    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]{0,5}");

    private Measure() {}

    /** The declarations for the width, the height and the shape that the options give; empty for none. */
    public static String style(Map<String, String> options) {
        StringBuilder style = new StringBuilder();
        for (String side : new String[] {"width", "height"}) {
            String length = length(options.getOrDefault(side, ""));
            if (!length.isEmpty()) {
                style.append(side).append(':').append(length).append(';');
            }
        }
        String aspect = options.getOrDefault("aspect", "");
        if (RATIO.matcher(aspect).matches()) {
            style.append("aspect-ratio:").append(aspect).append(';');
        }
        return style.toString();
    }

    /** A length with its unit, pixels where none is written; empty where it is none. */
    public static String length(String written) {
        if (!LENGTH.matcher(written).matches()) {
            return "";
        }
        return Character.isDigit(written.charAt(written.length() - 1)) ? written + "px" : written;
    }

    /** The class for a grid of at most 1 to 6 {@code columns}, with a blank in front; empty where the option names no such number. */
    public static String columns(Directive directive) {
        String columns = directive.options().getOrDefault("columns", "");
        return COLUMNS.matcher(columns).matches() ? " columns-" + columns : "";
    }

    /** How many things the option {@code limit} lets show at most, or another number where it names none. */
    public static int limit(Directive directive, int otherwise) {
        String limit = directive.options().getOrDefault("limit", "");
        return LIMIT.matcher(limit).matches() ? Integer.parseInt(limit) : otherwise;
    }

    /** The classes that an option names with a blank in front; empty where it names none. */
    public static String classes(String written) {
        return CLASSES.matcher(written.strip()).matches() ? " " + written.strip() : "";
    }
}
