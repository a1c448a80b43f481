package dev.bengal.report.judged;

import dev.bengal.analysis.Comparison;
import dev.bengal.analysis.Explanation;
import dev.bengal.analysis.Verdict;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Metric;
import dev.bengal.model.Reading;
import dev.bengal.model.TotalMetric;
import dev.bengal.report.history.PerformanceReport;
import dev.bengal.report.text.Figures;
import dev.bengal.report.text.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** The sentences of a judged report, the same for every picture. */
final class JudgedWords {
    private static final int HASH_SHOWN = 8;

    private final JudgedReport report;

    JudgedWords(JudgedReport report) {
        this.report = report;
    }

    /** What stands above the table: obstacles first, since they say what the rest is worth, and where a change comes from below what it is. */
    List<String> opening() {
        List<String> lines = new ArrayList<>();
        report.obstacles().forEach(obstacle -> lines.add(Label.printable(obstacle)));
        lines.add(report.verdict() + ": " + summary());
        lines.addAll(explanations());
        lines.add("Before: " + side(report.base()));
        lines.add("After:  " + side(report.candidate()));
        report.notes().forEach(note -> lines.add("Note: " + Label.printable(note)));
        return lines;
    }

    /** What stands below it. */
    List<String> closing(JudgedRows rows) {
        List<String> lines = new ArrayList<>();
        long unchanged = rows.left(Verdict.UNCHANGED);
        long unjudged = rows.left(Verdict.NOT_JUDGED);
        String changed =
                many(rows.left(Verdict.SUSPICIOUS), "suspicious") + many(rows.left(Verdict.IMPROVED), "improved");
        if (unchanged + unjudged > 0 || !changed.isEmpty()) {
            lines.add(
                    "Not shown: " + changed + unchanged + " unchanged, " + unjudged + " not judged; --all shows them.");
        }
        rows.footnote().ifPresent(lines::add);
        return lines;
    }

    /** The beginning of a count of several verdicts; empty where it is 0. */
    static String many(long count, String word) {
        return count == 0 ? "" : count + " " + word + ", ";
    }

    /** Where a change comes from. */
    List<String> explanations() {
        List<String> lines = new ArrayList<>();
        report.explainedBy().map(this::explanation).ifPresent(lines::add);
        report.growths().forEach(growth -> lines.add(growth(growth)));
        return lines;
    }

    /** What was found, in one sentence. */
    String summary() {
        Verdict verdict = report.verdict();
        List<String> worst = report.validation().comparisons().stream()
                .filter(comparison -> comparison.verdict() == verdict)
                .sorted(JudgedRows.mostFirst())
                .map(comparison -> Label.metric(comparison.metric()) + " " + JudgedRows.change(comparison))
                .toList();
        List<String> broken = report.brokenBudgets();
        return switch (verdict) {
            case REGRESSED, SUSPICIOUS ->
                some(Stream.concat(broken.stream(), worst.stream()).toList()) + ".";
            case IMPROVED -> some(worst) + "." + untold();
            case UNCHANGED -> "nothing that matters was seen." + visible() + untold();
            case NOT_JUDGED -> "no answer about growth. " + unjudged();
        };
    }

    static String some(List<String> texts) {
        int shown = 3;
        return String.join(", ", texts.subList(0, Math.min(shown, texts.size())))
                + (texts.size() > shown ? " and " + (texts.size() - shown) + " more" : "");
    }

    private String visible() {
        List<String> limits = report.validation().comparisons().stream()
                .filter(comparison -> PerformanceReport.USUAL.contains(comparison.metric()))
                .flatMap(JudgedWords::visible)
                .toList();
        return limits.isEmpty() ? "" : " It cannot see less than " + String.join(", ", limits) + ".";
    }

    private static Stream<String> visible(Comparison comparison) {
        return JudgedRows.visible(comparison).map(least -> least + " of " + Label.metric(comparison.metric())).stream();
    }

    /** That good news of other metrics is none of the time, where nothing above says so yet. */
    private String untold() {
        return time().filter(comparison -> comparison.verdict() == Verdict.NOT_JUDGED
                        && report.obstacles().isEmpty())
                .map(comparison -> " Time was not judged: " + Label.printable(comparison.reason()) + ".")
                .orElse("");
    }

    private String unjudged() {
        return time().map(comparison -> "Time: " + Label.printable(comparison.reason()) + ".")
                .orElse("No time was measured.");
    }

    private Optional<Comparison> time() {
        return report.validation().comparisons().stream()
                .filter(comparison -> comparison.metric().equals(TotalMetric.DURATION.metric()))
                .findFirst();
    }

    /** What stands on one side. */
    static String side(JudgedSide side) {
        if (side.builds().isEmpty()) {
            return Label.printable(side.name()) + ", no builds";
        }
        List<String> commits = side.commits();
        int count = side.builds().size();
        return Label.printable(side.name())
                + (commits.size() == 1 ? " (" + hash(commits.get(0)) + ")" : "")
                + ", " + count + (count == 1 ? " build" : " builds")
                + ", scenario " + joined(side.scenarios())
                + ", environment " + joined(side.environments());
    }

    private static String hash(String commit) {
        return Label.printable(commit.substring(0, Math.min(HASH_SHOWN, commit.length())));
    }

    private static String joined(List<String> names) {
        return some(names.stream().map(Label::printable).toList());
    }

    private String explanation(Explanation.PhaseShare share) {
        String phase = Label.printable(share.phase());
        String change = (share.changeMillis() < 0 ? "−" : "+") + Figures.millis(Math.abs(share.changeMillis()));
        return share.share() > 1
                ? "The phase " + phase + " changed more than the whole time did (" + change
                        + "): others made up for some of it, or ran beside it."
                : "The phase " + phase + " explains " + Figures.share(100 * share.share())
                        + " of the change of the time (" + change + ").";
    }

    private String growth(JudgedReport.InputGrowth growth) {
        return name(growth.metric()) + ": " + percent(growth.growth().input()) + " by "
                + (growth.growth().input() < 1 ? "less" : "more") + " input (" + name(growth.input()) + "), "
                + percent(growth.growth().perItem()) + " per item.";
    }

    private String name(String metric) {
        Optional<Metric> known = Stream.concat(report.candidate().builds().stream(), report.base().builds().stream())
                .flatMap((BuildMetrics build) -> build.reading(metric).stream())
                .map(Reading::metric)
                .findFirst();
        return known.map(Label::metric).orElse(Label.printable(metric));
    }

    private static String percent(double factor) {
        return Figures.change(OptionalDouble.of(100 * (factor - 1)));
    }
}
