package dev.bengal.cli.site;

import dev.bengal.cli.terminal.Surface;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Outcome;
import dev.bengal.site.PageFault;
import dev.bengal.site.SiteBuild;
import dev.bengal.site.watch.SourceChange;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Says on the terminal what came of each build of a site that is served: one line where it is well. */
public final class PreviewLines {
    private static final int LINES_SHOWN = 50;

    private final Surface surface;
    private final boolean isQuiet;
    private Set<String> warned = new HashSet<>();
    private Optional<String> withheld = Optional.empty();

    /**
     * Writes to the streams of the command.
     *
     * @param isQuiet whether only what goes wrong is said
     */
    public PreviewLines(Surface surface, boolean isQuiet) {
        this.surface = surface;
        this.isQuiet = isQuiet;
    }

    /** @param change that led to the build; none for the first one */
    void tell(PreviewOutcome outcome, BuildMetrics measured, SourceChange change) {
        if (outcome instanceof PreviewOutcome.Built built) {
            warn(built.build().warnings());
            faults(built.build().faults());
        } else if (outcome instanceof PreviewOutcome.Failed failed) {
            surface.err().println("error: " + printable(failed.sentence()));
        }
        if (outcome.stats().outcome() != Outcome.SUCCESS) {
            surface.err().println(prefix(change) + "not built; the browser says why, and the next save builds again.");
        } else if (!isQuiet && outcome instanceof PreviewOutcome.Built built) {
            surface.out().println(prefix(change) + done(built.build(), change) + ", " + took(measured));
        }
    }

    /**
     * Says which pages were held back, where that is another sentence than before: who writes a draft looks for it.
     *
     * @param remark empty where none was
     */
    void withheld(Optional<String> remark) {
        if (!isQuiet && !remark.equals(withheld)) {
            remark.ifPresent(surface.err()::println);
        }
        withheld = remark;
    }

    /** The configuration has another base: what was opened before is no longer there. */
    void moved(String address) {
        surface.err().println("The site begins at " + address + " now.");
    }

    /** What was said of the build before is not said again. */
    private void warn(List<String> warnings) {
        List<String> fresh =
                warnings.stream().filter(warning -> !warned.contains(warning)).toList();
        fresh.stream().limit(LINES_SHOWN).forEach(warning -> surface.warn(printable(warning)));
        if (fresh.size() > LINES_SHOWN) {
            surface.warn("... and " + (fresh.size() - LINES_SHOWN) + " more");
        }
        warned = new HashSet<>(warnings);
    }

    private void faults(List<PageFault> faults) {
        faults.stream()
                .limit(LINES_SHOWN)
                .forEach(fault -> surface.err().println("error: " + printable(fault.toString())));
        if (faults.size() > LINES_SHOWN) {
            surface.err().println("... and " + (faults.size() - LINES_SHOWN) + " more");
        }
    }

    private static String done(SiteBuild build, SourceChange change) {
        if (change.isNone()) {
            Long pages = build.stats().pageCount();
            return counted(pages == null ? 0 : pages, "page");
        }
        return build.changed() == 0
                ? "the site is as it was"
                : counted(build.anew(), "page") + " made, " + counted(build.changed(), "file") + " changed";
    }

    private static String prefix(SourceChange change) {
        if (change.isNone()) {
            return "";
        }
        if (change.files().isEmpty()) {
            return "many files: ";
        }
        int others = change.files().size() - 1;
        String more = others == 0 ? "" : " and " + counted(others, "other");
        return printable(change.files().get(0)) + more + ": ";
    }

    private static String counted(long count, String what) {
        return String.format(Locale.ROOT, "%,d %s%s", count, what, count == 1 ? "" : "s");
    }

    private static String took(BuildMetrics measured) {
        return String.format(Locale.ROOT, "%,.0f ms", measured.totals().time().wallMillis());
    }

    /** Whatever steers a terminal is replaced: names of files are anyone's. */
    private static String printable(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\\n]]", "\uFFFD");
    }
}
