package dev.bengal.cli.served;

import dev.bengal.cli.history.Ancestry;
import dev.bengal.cli.history.HistoryOptions;
import dev.bengal.cli.history.HistorySource;
import dev.bengal.cli.history.Location;
import dev.bengal.cli.history.Repository;
import dev.bengal.cli.history.Stamps;
import dev.bengal.cli.terminal.Surface;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.CommitOrder;
import dev.bengal.server.Judgements;
import dev.bengal.server.Stacks;
import dev.bengal.site.config.Configuration;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.BuildOrder;
import dev.bengal.store.BuildStore;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * One history on the dashboard.
 *
 * @param root of its project
 */
public record ServedHistory(Path root, BuildStore store, Judgements judgements, Stacks stacks) {
    private static final int LOOKED_AT = 1000;

    /** A thread that ends with the process, for what no request shall wait for. */
    private static final Executor BACKGROUND = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "bengal-commit-order");
        thread.setDaemon(true);
        return thread;
    });

    /** What the options name: the project's own, in which changes can be accepted, or a file, which is only shown. */
    public static ServedHistory of(HistoryOptions options, Location location, Surface surface) {
        Path root = location.root();
        HistorySource source = HistorySource.of(options, location, surface);
        HeadFiles head = new HeadFiles(root);
        Supplier<CommitOrder> order =
                new RememberedOrder(() -> options.order(location).join(), head::mark, System::nanoTime, BACKGROUND);
        Ancestry ancestry = Ancestry.of(options, new Repository(root));
        HistoryAcceptances acceptances =
                options.file == null ? new HistoryAcceptances(source.store(), new Stamps(new Repository(root))) : null;
        return new ServedHistory(
                root,
                source.store(),
                new HistoryJudgements(source.store(), order, ancestry, Configuration.load(root), acceptances),
                source.directory().stacks()::read);
    }

    /** Those of its newest builds. */
    Set<String> projects() {
        Set<String> projects = new LinkedHashSet<>();
        for (BuildRecord known :
                store.recent(BuildFilter.ALL, BuildOrder.BY_START, LOOKED_AT).builds()) {
            projects.add(known.build().identity().project());
        }
        return projects;
    }
}
