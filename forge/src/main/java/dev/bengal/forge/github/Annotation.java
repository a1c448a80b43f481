package dev.bengal.forge.github;

import dev.bengal.report.judged.JudgedFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A line on the standard output of a step by which GitHub shows a sentence beside the run. Whatever the sentence holds, it stays one line.
 *
 * @param kind {@code error} or {@code warning}
 */
public record Annotation(String kind, String title, String message) {
    /** As many of a kind as GitHub shows of one step. */
    public static final int MOST = 10;

    private static final String TITLE = "Performance";

    public Annotation {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(message, "message");
    }

    /** Those of findings, ten of a kind; where there are more, the tenth says how many. */
    public static List<Annotation> of(List<JudgedFinding> findings) {
        List<Annotation> annotations = new ArrayList<>();
        for (JudgedFinding.Weight weight : JudgedFinding.Weight.values()) {
            String kind = switch (weight) {
                case ERROR -> "error";
                case WARNING -> "warning";
            };
            List<String> texts = findings.stream()
                    .filter(finding -> finding.weight() == weight)
                    .map(JudgedFinding::text)
                    .toList();
            shown(texts).forEach(text -> annotations.add(new Annotation(kind, TITLE, text)));
        }
        return List.copyOf(annotations);
    }

    private static List<String> shown(List<String> texts) {
        if (texts.size() <= MOST) {
            return texts;
        }
        List<String> shown = new ArrayList<>(texts.subList(0, MOST - 1));
        shown.add((texts.size() - MOST + 1) + " more; the summary of the run has them all.");
        return shown;
    }

    /** The line, without its end. */
    public String line() {
        return "::" + kind + " title=" + escaped(title).replace(":", "%3A").replace(",", "%2C") + "::"
                + escaped(message);
    }

    private static String escaped(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }
}
