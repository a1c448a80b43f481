package dev.bengal.cli.history;

import dev.bengal.cli.judge.JudgedHistory;
import dev.bengal.cli.terminal.CommandException;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.CommitOrder;
import dev.bengal.store.BuildReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds what the user wants compared: {@code latest} or {@code previous}, a journal, a build by its whole id, a git revision with all
 * builds of its commit, or else what a {@link BuildReference} means, in this order.
 */
public final class ComparedName {
    private static final int NEAREST_SHOWN = 3;
    private static final int HASH_SHOWN = 8;

    private final HistorySource source;
    private final JudgedHistory history;
    private final Revisions revisions;
    private final ScopeOptions scope;
    private final Location location;
    private final boolean isNearest;

    public ComparedName(
            HistorySource source,
            JudgedHistory history,
            Revisions revisions,
            ScopeOptions scope,
            Location location,
            boolean isNearest) {
        this.source = source;
        this.history = history;
        this.revisions = revisions;
        this.scope = scope;
        this.location = location;
        this.isNearest = isNearest;
    }

    /**
     * The builds that a name stands for.
     *
     * @param like whose scenario {@code previous} has to be of, or null
     */
    public ComparedSide find(String name, @Nullable BuildMetrics like) {
        if (name.endsWith(".jsonl")) {
            return ofFile(name);
        }
        if (history.answer().recorded() == 0) {
            throw new CommandException(source.whenEmpty().get());
        }
        if (history.builds().isEmpty()) {
            scope.whenUnknown(source, history.answer().recorded()).ifPresent(why -> {
                throw new CommandException(why);
            });
        }
        if (name.equals("latest") || name.equals("previous")) {
            return ofTime(name, like);
        }
        Optional<BuildRecord> exact = history.builds().stream()
                .filter(known -> known.build().identity().id().value().equals(name))
                .findFirst();
        if (exact.isPresent()) {
            return new ComparedSide(name, history, List.of(exact.get()), true);
        }
        return revisions.commit(name).map(hash -> ofCommit(name, hash)).orElseGet(() -> ofReference(name));
    }

    private ComparedSide ofTime(String name, @Nullable BuildMetrics like) {
        List<BuildRecord> byStart = history.builds().stream()
                .filter(known -> name.equals("latest") || isLike(known.build(), like))
                .sorted((one, other) ->
                        one.build().timestamp().compareTo(other.build().timestamp()))
                .toList();
        int back = (name.equals("latest") || isBeforeLike(byStart, like)) ? 1 : 2;
        if (byStart.size() < back) {
            throw new CommandException("There is no " + name + " build" + scope.words() + " to compare.");
        }
        return new ComparedSide(name, history, List.of(byStart.get(byStart.size() - back)), true);
    }

    /** Whether the newest of these is not the very build that it is compared with. */
    private static boolean isBeforeLike(List<BuildRecord> byStart, @Nullable BuildMetrics like) {
        return like != null
                && byStart.stream()
                        .noneMatch(known -> known.build()
                                .identity()
                                .id()
                                .equals(like.identity().id()));
    }

    private static boolean isLike(BuildMetrics build, @Nullable BuildMetrics like) {
        return like == null
                || (build.identity().scenario().equals(like.identity().scenario())
                        && build.timestamp().compareTo(like.timestamp()) <= 0);
    }

    private ComparedSide ofFile(String name) {
        HistorySource file = HistorySource.ofFile(location.typed(Path.of(name)));
        JudgedHistory whole = JudgedHistory.of(file.store(), scope.filter(), CommitOrder.BY_TIME);
        if (whole.builds().isEmpty()) {
            throw new CommandException(scope.whenUnknown(file, whole.answer().recorded())
                    .map(why -> name + ": " + why)
                    .orElse(name + " holds no builds" + scope.words() + "."));
        }
        BuildRecord newest = whole.builds().get(whole.builds().size() - 1);
        List<BuildRecord> sample = whole.builds().stream()
                .filter(known -> isSameCommit(known.build(), newest.build()))
                .toList();
        return new ComparedSide(name, whole, sample, false);
    }

    private static boolean isSameCommit(BuildMetrics one, BuildMetrics other) {
        return (one.commit() == null || other.commit() == null)
                ? one.identity().id().equals(other.identity().id())
                : one.commit().hash().equals(other.commit().hash());
    }

    /** All builds of a commit that git knows. */
    public ComparedSide ofCommit(String name, String hash) {
        List<BuildRecord> builds = source.store().byCommit(scope.filter(), hash);
        if (!builds.isEmpty()) {
            return new ComparedSide(name, history, builds, false);
        }
        List<Ancestor> nearest = nearest(hash);
        String asked = "No build of " + name + " (" + shortened(hash) + ")" + scope.words() + " is recorded";
        if (nearest.isEmpty()) {
            throw new CommandException(asked + ", nor of any commit before it. Build it first.");
        }
        if (!isNearest) {
            throw new CommandException(asked + "; the nearest recorded ancestors are "
                    + nearest.stream().map(Ancestor::words).collect(Collectors.joining(", "))
                    + ". --nearest takes the first of them.");
        }
        Ancestor taken = nearest.get(0);
        return new ComparedSide(
                name + ", in place of which the nearest recorded ancestor stands",
                history,
                source.store().byCommit(scope.filter(), taken.hash()),
                false);
    }

    private List<Ancestor> nearest(String hash) {
        var recorded = history.material().stream()
                .map(BuildMetrics::commit)
                .filter(Objects::nonNull)
                .map(commit -> commit.hash())
                .collect(Collectors.toSet());
        List<String> ancestors = revisions.ancestors(hash);
        List<Ancestor> nearest = new ArrayList<>();
        for (int i = 0; i < ancestors.size() && nearest.size() < NEAREST_SHOWN; i++) {
            if (recorded.contains(ancestors.get(i))) {
                nearest.add(new Ancestor(ancestors.get(i), i));
            }
        }
        return nearest;
    }

    private ComparedSide ofReference(String name) {
        BuildReference.Answer answer = new BuildReference(name).find(source.store());
        BuildRecord found = answer.build().orElseThrow(() -> unknown(name, answer));
        boolean isId = found.build().identity().id().value().startsWith(name);
        List<BuildRecord> builds = isId
                ? List.of(found)
                : source.store()
                        .byCommit(
                                scope.filter(),
                                Objects.requireNonNull(found.build().commit()).hash());
        if (builds.isEmpty()) {
            throw new CommandException("No build of " + name + scope.words() + " is recorded.");
        }
        return new ComparedSide(name, history, builds, isId);
    }

    private static CommandException unknown(String name, BuildReference.Answer answer) {
        String ids = answer.candidates().stream()
                .limit(NEAREST_SHOWN)
                .map(NamedBuild::printable)
                .collect(Collectors.joining(", "));
        return new CommandException("'" + name + "' is no recorded build and no commit that git knows here."
                + (ids.isEmpty() ? "" : " Builds that are recorded: " + ids + "."));
    }

    private static String shortened(String hash) {
        return hash.substring(0, Math.min(HASH_SHOWN, hash.length()));
    }

    private record Ancestor(String hash, int before) {
        String words() {
            return shortened(hash) + " (" + before + (before == 1 ? " commit" : " commits") + " before)";
        }
    }
}
