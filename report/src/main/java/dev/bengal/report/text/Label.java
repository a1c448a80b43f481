package dev.bengal.report.text;

import dev.bengal.model.Commit;
import dev.bengal.model.Metric;
import dev.bengal.model.PhaseMetric;
import dev.bengal.model.TotalMetric;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names things the way all renderers name them. Whatever comes from a record is hostile and made printable. */
public final class Label {
    private static final int SHORT_HASH = 8;
    private static final String MODULE = "module.";

    private Label() {}

    /** The text with whatever steers a terminal or turns the reading order, such as an escape, replaced. */
    public static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().map(c -> isPrintable(c) ? c : '\uFFFD').forEach(printable::appendCodePoint);
        return printable.toString();
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }

    /** The short hash, with an asterisk where the tree was dirty. */
    public static String commit(@Nullable Commit commit) {
        if (commit == null) {
            return Figures.ABSENT;
        }
        return printable(commit.shortHash()) + (Boolean.TRUE.equals(commit.dirty()) ? "*" : "");
    }

    /** The short form of a full hash; an en dash where there is none. */
    public static String hash(@Nullable String hash) {
        return hash == null ? Figures.ABSENT : printable(hash.substring(0, Math.min(SHORT_HASH, hash.length())));
    }

    /** A method with its class but without its package: {@code Parser.parse} for {@code demo.Parser.parse}. */
    public static String method(String qualified) {
        int method = qualified.lastIndexOf('.');
        return printable(qualified.substring(qualified.lastIndexOf('.', method - 1) + 1));
    }

    /** A class without its package. */
    public static String type(@Nullable String qualified) {
        return qualified == null ? Figures.ABSENT : printable(qualified.substring(qualified.lastIndexOf('.') + 1));
    }

    /**
     * What people call a metric; one that has no such name is called by its key. So are those of Maven's modules, without the leading
     * {@code phase.}: their names are keys themselves, and may be copied from here.
     */
    public static String metric(Metric metric) {
        return Arrays.stream(TotalMetric.values())
                .filter(total -> total.metric().equals(metric))
                .findFirst()
                .map(Label::name)
                .or(() -> PhaseMetric.parse(metric.name()).map(Label::name))
                .orElse(printable(metric.name()));
    }

    /** The same as the title of a column; a key stays one, and may be copied from there. */
    public static String title(Metric metric) {
        String name = metric(metric);
        return name.startsWith(MODULE) || name.equals(metric.name())
                ? name
                : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static String name(TotalMetric metric) {
        return switch (metric) {
            case DURATION -> "time";
            case CPU -> "CPU";
            case RSS_GROWTH -> "RSS";
            case RSS_PEAK -> "RSS peak";
            case LIVE_HEAP -> "heap";
            case PEAK_HEAP -> "heap peak";
            case ALLOCATED -> "allocated";
            case CHILD_CPU -> "CPU of children";
            case UNATTRIBUTED -> "unattributed";
            case GC_COUNT -> "collections";
            case GC_TIME -> "collection time";
            case IO_READ -> "read";
            case IO_WRITTEN -> "written";
            case PAGES -> "pages";
            case TOTAL_PAGES -> "pages with generated ones";
            case ASSETS -> "assets";
        };
    }

    private static String name(PhaseMetric.OfPhase asked) {
        if (asked.phase().startsWith(MODULE)) {
            return printable(asked.phase()) + "." + asked.metric().key();
        }
        String what = switch (asked.metric()) {
            case DURATION -> "time";
            case CPU -> "CPU";
            case ALLOCATED -> "allocated";
            case MEMORY_DELTA -> "RSS";
            case MEMORY_PEAK -> "RSS peak";
            case LIVE_HEAP -> "heap";
            case PEAK_HEAP -> "heap peak";
            case GC_COUNT -> "collections";
            case GC_TIME -> "collection time";
            case IO_READ -> "read";
            case IO_WRITTEN -> "written";
            case ITEMS -> "items";
        };
        return printable(asked.phase()) + " " + what;
    }
}
