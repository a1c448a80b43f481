package dev.bengal.cli.served;

import dev.bengal.analysis.LevelChange;
import dev.bengal.analysis.LevelChanges;
import dev.bengal.analysis.ReplayedMetric;
import dev.bengal.cli.history.RecordedCommit;
import dev.bengal.cli.terminal.CommandException;
import dev.bengal.model.BuildId;
import dev.bengal.model.CallTree;
import dev.bengal.model.CommitOrder;
import dev.bengal.model.Scenario;
import dev.bengal.report.judged.JudgedReport;
import dev.bengal.report.judged.JudgedSide;
import dev.bengal.server.Acceptances;
import dev.bengal.server.HistoryAnswers;
import dev.bengal.server.Judgements;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.BuildStore;
import dev.bengal.store.JoinedStore;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Several histories on one dashboard. Each build is judged by its own: by its repository, its limits, and what was accepted in it. */
public final class ServedHistories implements Judgements, Acceptances {
    private final List<ServedHistory> histories;

    /**
     * Joins them.
     *
     * @throws CommandException where two of them hold builds of one project
     */
    public ServedHistories(List<ServedHistory> histories) {
        this.histories = List.copyOf(histories);
        if (histories.size() > 1) {
            requireOneOfEachProject();
        }
    }

    private void requireOneOfEachProject() {
        Map<String, Path> roots = new HashMap<>();
        for (ServedHistory history : histories) {
            for (String project : history.projects()) {
                Path other = roots.putIfAbsent(project, history.root());
                if (other != null) {
                    throw new CommandException(other + " and " + history.root() + " both hold builds of a project '"
                            + RecordedCommit.printable(project)
                            + "', which nobody could tell apart. Serve one of them, or give one another name: project in"
                            + " [perf] of its bengal.toml.");
                }
            }
        }
    }

    /** What a dashboard of them all answers with. */
    public HistoryAnswers answers() {
        List<BuildStore> stores = histories.stream().map(ServedHistory::store).toList();
        return new HistoryAnswers(new JoinedStore(stores), this, this::stacks);
    }

    private Optional<CallTree> stacks(BuildId build) {
        return histories.stream()
                .flatMap(history -> history.stacks().of(build).stream())
                .findFirst();
    }

    private Stream<Judgements> judgements() {
        return histories.stream().map(ServedHistory::judgements);
    }

    /** The one that holds a project; where none does any more, the first, which finds nothing of it either. */
    private ServedHistory of(String project) {
        if (histories.size() == 1) {
            return histories.get(0);
        }
        BuildFilter filter = BuildFilter.ALL.project(project);
        return histories.stream()
                .filter(history -> !history.store().latest(filter, 1).isEmpty()
                        || history.projects().contains(project))
                .findFirst()
                .orElse(histories.get(0));
    }

    @Override
    public CommitOrder order() {
        return CommitOrder.ofAll(judgements().map(Judgements::order).toList());
    }

    @Override
    public Optional<JudgedReport> newest(String project, Scenario scenario) {
        return of(project).judgements().newest(project, scenario);
    }

    @Override
    public JudgedReport compare(JudgedSide base, JudgedSide candidate) {
        String project = candidate.builds().get(0).identity().project();
        return of(project).judgements().compare(base, candidate);
    }

    @Override
    public LevelChanges changes(BuildFilter filter, Set<String> metrics) {
        List<LevelChanges> found =
                judgements().map(one -> one.changes(filter, metrics)).toList();
        return new LevelChanges(
                found.stream()
                        .flatMap(one -> one.changes().stream())
                        .sorted(Comparator.comparing(LevelChange::firstBad, order().points())
                                .reversed())
                        .toList(),
                found.stream().mapToInt(LevelChanges::judged).sum(),
                found.stream().mapToInt(LevelChanges::unjudged).sum(),
                found.stream().mapToInt(LevelChanges::longest).max().orElse(0));
    }

    @Override
    public List<ReplayedMetric> worth(BuildFilter filter) {
        return judgements().flatMap(one -> one.worth(filter).stream()).toList();
    }

    @Override
    public Optional<Acceptances> acceptances() {
        return histories.stream()
                        .allMatch(history -> history.judgements().acceptances().isPresent())
                ? Optional.of(this)
                : Optional.empty();
    }

    @Override
    public void accept(String project, String commit, @Nullable String scenario, @Nullable String metric, String why) {
        of(project)
                .judgements()
                .acceptances()
                .orElseThrow(() -> new IllegalStateException("nothing is accepted there"))
                .accept(project, commit, scenario, metric, why);
    }
}
