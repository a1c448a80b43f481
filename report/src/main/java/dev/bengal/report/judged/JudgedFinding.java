package dev.bengal.report.judged;

import dev.bengal.analysis.Baseline;
import dev.bengal.analysis.Comparison;
import dev.bengal.analysis.Verdict;
import dev.bengal.model.TotalMetric;
import dev.bengal.report.text.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One thing that the readers of a judged report should not miss. Its text is printable, and not escaped for any markup.
 *
 * @param text a sentence, without a line break
 */
public record JudgedFinding(Weight weight, String text) {
    /** From here on, more memory is worth a sentence whatever the verdict. */
    private static final double MUCH_MEMORY = 0.10;

    /** How much it matters. */
    public enum Weight {
        /** Surely worse. */
        ERROR,
        /** It may be, or nobody can tell. */
        WARNING
    }

    public JudgedFinding {
        Objects.requireNonNull(weight, "weight");
        text = Label.printable(text);
    }

    /** Those of a report, the worst first. */
    public static List<JudgedFinding> of(JudgedReport report) {
        List<JudgedFinding> findings = new ArrayList<>();
        exceeded(report).forEach(findings::add);
        metrics(report, Verdict.REGRESSED, Weight.ERROR).forEach(findings::add);
        findings.addAll(warnings(report));
        metrics(report, Verdict.SUSPICIOUS, Weight.WARNING).forEach(findings::add);
        return List.copyOf(findings);
    }

    /** What limits the answer as a whole: nothing to compare with, other machines, and memory that grew much. */
    static List<JudgedFinding> warnings(JudgedReport report) {
        List<String> texts = new ArrayList<>(report.obstacles());
        texts.addAll(report.notes());
        boolean isBare = report.base().builds().size() < Baseline.FEWEST_BUILDS && !report.isGrowthJudged();
        if (isBare && texts.isEmpty()) {
            texts.add("there is nothing to compare with.");
        }
        memory(report).ifPresent(texts::add);
        return texts.stream()
                .map(text -> new JudgedFinding(Weight.WARNING, capitalized(text)))
                .toList();
    }

    private static Stream<JudgedFinding> exceeded(JudgedReport report) {
        return new JudgedRows(report, true)
                .budgets(true).stream()
                        .map(row -> new JudgedFinding(
                                Weight.ERROR,
                                row.get(0) + ": " + row.get(1) + ", and the budget is " + row.get(2) + "."));
    }

    private static Stream<JudgedFinding> metrics(JudgedReport report, Verdict verdict, Weight weight) {
        return report.validation().comparisons().stream()
                .filter(comparison -> comparison.verdict() == verdict)
                .map(comparison -> new JudgedFinding(
                        weight,
                        Label.metric(comparison.metric()) + " " + JudgedRows.change(comparison) + ", "
                                + JudgedRows.word(verdict) + ": " + comparison.reason() + "."));
    }

    /** By the growth of the resident memory while it built, else by its peak. */
    private static Optional<String> memory(JudgedReport report) {
        return Stream.of(TotalMetric.RSS_GROWTH, TotalMetric.RSS_PEAK)
                .flatMap(total -> report.validation().comparisons().stream()
                        .filter(comparison -> comparison.metric().equals(total.metric())))
                .filter(comparison -> comparison.growth().isPresent())
                .findFirst()
                .filter(comparison ->
                        report.obstacles().isEmpty() && comparison.growth().getAsDouble() > MUCH_MEMORY)
                .map(JudgedFinding::memory);
    }

    private static String memory(Comparison comparison) {
        return "memory: " + Label.metric(comparison.metric()) + " " + JudgedRows.change(comparison)
                + ", which is more than 10 %"
                + (comparison.verdict() == Verdict.REGRESSED
                        ? "."
                        : "; by itself that may be noise, the verdict on it is " + JudgedRows.word(comparison.verdict())
                                + ".");
    }

    private static String capitalized(String sentence) {
        return sentence.isEmpty() ? sentence : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
