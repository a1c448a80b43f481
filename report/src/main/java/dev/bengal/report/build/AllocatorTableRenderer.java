package dev.bengal.report.build;

import dev.bengal.model.AllocationSite;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.TopAllocators;
import dev.bengal.report.text.Figures;
import dev.bengal.report.text.Label;
import dev.bengal.report.text.TextTable;
import dev.bengal.report.text.TextTable.Column;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Draws the places that allocated most in one build as a table, with what they leave over and what it all rests on. */
public final class AllocatorTableRenderer {
    private static final double SHOWN_AS_NOTHING_LEFT = 0.0005;

    /** Writes the table; for a build whose allocation was not recorded, nothing. */
    public void render(BuildMetrics build, Appendable out) throws IOException {
        Optional<TopAllocators> allocators = TopAllocators.of(build);
        if (allocators.isEmpty()) {
            return;
        }
        TextTable table = new TextTable(List.of(
                Column.left("Allocated in"),
                Column.left("Method"),
                Column.left("Most of it"),
                Column.right("Size"),
                Column.right("Samples"),
                Column.right("Share")));
        allocators.get().sites().forEach(site -> table.row(row(site)));
        rest(allocators.get(), build.totals().memory().allocatedMebibytes()).ifPresent(table::row);
        table.render(out);
        renderNotes(allocators.get(), build, out);
    }

    private static List<String> row(AllocationSite site) {
        return List.of(
                Label.printable(site.file()) + (site.line() == null ? "" : ":" + site.line()),
                Label.method(site.method()),
                Label.type(site.type()),
                Figures.mebibytes(site.sizeMebibytes()),
                Figures.count(site.count()),
                Figures.shareInTenths(100 * site.share()));
    }

    /** By the sizes where the whole is known: a record keeps three decimals of each, and so of ten shares an error of half a point. */
    private static Optional<List<String>> rest(TopAllocators allocators, @Nullable Double allocated) {
        Double left = allocated == null || allocated <= 0
                ? null
                : Double.valueOf(allocated
                        - allocators.sites().stream()
                                .mapToDouble(AllocationSite::sizeMebibytes)
                                .sum());
        double share = left == null || allocated == null
                ? 1
                        - allocators.sites().stream()
                                .mapToDouble(AllocationSite::share)
                                .sum()
                : left / allocated;
        long samples = allocators.samples()
                - allocators.sites().stream().mapToLong(AllocationSite::count).sum();
        return share < SHOWN_AS_NOTHING_LEFT || samples <= 0
                ? Optional.empty()
                : Optional.of(List.of(
                        "(elsewhere)",
                        "",
                        "",
                        Figures.mebibytes(left),
                        Figures.count(samples),
                        Figures.shareInTenths(100 * share)));
    }

    private static void renderNotes(TopAllocators allocators, BuildMetrics build, Appendable out) throws IOException {
        if (allocators.samples() > 0) {
            out.append(String.format(
                    Locale.ROOT,
                    "From %d sample%s of the flight recorder.",
                    allocators.samples(),
                    allocators.samples() == 1 ? "" : "s"));
            if (allocators.truncatedAfterMebibytes() != null) {
                out.append(String.format(
                        Locale.ROOT,
                        " The recording grew too large and was stopped early: it covers the first %s of %s.",
                        Figures.mebibytes(allocators.truncatedAfterMebibytes()),
                        Figures.mebibytes(build.totals().memory().allocatedMebibytes())));
            }
            out.append('\n');
        }
    }
}
