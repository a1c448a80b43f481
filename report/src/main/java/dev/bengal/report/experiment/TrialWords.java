package dev.bengal.report.experiment;

import dev.bengal.analysis.Verdict;
import dev.bengal.analysis.trial.JudgedMetric;
import dev.bengal.analysis.trial.TrialResult;
import dev.bengal.analysis.trial.TrialSide;
import dev.bengal.report.judged.JudgedRows;
import dev.bengal.report.text.Figures;
import dev.bengal.report.text.Label;
import dev.bengal.report.text.TextTable.Column;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words and cells of an A/B trial, the same for every picture. */
final class TrialWords {
    static final List<Column> COLUMNS = List.of(
            Column.left("Metric"),
            Column.right("Base"),
            Column.right("Head"),
            Column.right("Change"),
            Column.left("Interval"),
            Column.right("Pairs"),
            Column.left("Verdict"),
            Column.left("Why"));

    private final TrialResult result;

    TrialWords(TrialResult result) {
        this.result = result;
    }

    /** The verdict, and what was held against what. */
    List<String> opening() {
        return List.of(verdict(), "Base: " + side(result.base()), "Head: " + side(result.head()));
    }

    private String verdict() {
        String word = result.verdict().name();
        return result.metrics().stream()
                .filter(metric -> metric.verdict() == result.verdict())
                .findFirst()
                .map(metric -> word + ": " + worst(metric))
                .orElse(word + ": " + end());
    }

    private String worst(JudgedMetric metric) {
        String change = metric.effect() == null ? Figures.ABSENT : Figures.effect(metric.metric(), metric.effect());
        return Label.metric(metric.metric()) + " " + change + ", " + Label.printable(metric.reason())
                + (metric.verdict() == Verdict.NOT_JUDGED ? "; " + end() : "") + ".";
    }

    private String end() {
        return switch (result.end()) {
            case DECIDED -> "nothing more can be told";
            case BUDGET_SPENT -> "the time is spent. --budget gives more";
            case PAIRS_USED -> "all pairs are used";
            case BASE_FAILED -> "the base does not build";
        };
    }

    private static String side(TrialSide side) {
        return Label.printable(side.name()) + ", "
                + (side.builds().size() == 1 ? "1 build" : side.builds().size() + " builds");
    }

    /** The metrics, the worst first. */
    List<List<String>> rows() {
        return result.metrics().stream().map(TrialWords::row).toList();
    }

    private static List<String> row(JudgedMetric metric) {
        return List.of(
                Label.metric(metric.metric()),
                value(metric, metric.base()),
                value(metric, metric.head()),
                metric.effect() == null ? Figures.ABSENT : Figures.effect(metric.metric(), metric.effect()),
                metric.effect() == null ? Figures.ABSENT : Figures.interval(metric.metric(), metric.effect()),
                Integer.toString(metric.pairs()),
                JudgedRows.word(metric.verdict()),
                Label.printable(metric.reason()));
    }

    private static String value(JudgedMetric metric, @Nullable Double value) {
        return value == null ? Figures.ABSENT : Figures.finely(metric.metric(), value);
    }

    /** What else there is to know. */
    List<String> closing() {
        List<String> lines = new ArrayList<>();
        result.notes().forEach(note -> lines.add(Label.printable(note)));
        return lines;
    }
}
