package dev.bengal.server;

import dev.bengal.analysis.LevelChange;
import dev.bengal.store.BuildFilter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Someone at a page takes a change for the normal level: one that is on the page, and nothing else. */
final class AcceptedChange {
    private final Judgements judgements;

    AcceptedChange(Judgements judgements) {
        this.judgements = judgements;
    }

    /** Says so to those who keep it, and answers with the commit. */
    String accept(Question question) {
        question.knowing(Set.of("build", "metric", "why"));
        Acceptances acceptances = judgements
                .acceptances()
                .orElseThrow(() -> new RefusedException(403, "This history is only shown; nothing is accepted in it."));
        @Nullable String metric = question.text("metric");
        String why = question.required("why").strip();
        if (why.isEmpty()) {
            throw new RefusedException(400, "'why' is blank; say in a few words why the new level is all right.");
        }
        LevelChange change = known(question.required("build"), metric);
        String commit = change.firstBad().commit();
        if (commit == null) {
            throw new RefusedException(409, "That build has no commit, and a level is accepted by its commit.");
        }
        acceptances.accept(
                change.project(),
                commit,
                metric == null ? null : change.scenario().name(),
                metric,
                why);
        return Document.of(json -> json.writeStringField("commit", commit));
    }

    private LevelChange known(String build, @Nullable String metric) {
        List<LevelChange> changes = judgements.changes(BuildFilter.ALL, Set.of()).changes().stream()
                .filter(change -> change.firstBad().build().value().equals(build)
                        && (metric == null || metric.equals(change.metric().name())))
                .toList();
        if (changes.isEmpty()) {
            throw new RefusedException(404, "No level begins with that build, or not any more.");
        }
        return changes.stream()
                .filter(change -> !change.accepted())
                .findFirst()
                .orElseThrow(() -> new RefusedException(409, "That is accepted already."));
    }
}
