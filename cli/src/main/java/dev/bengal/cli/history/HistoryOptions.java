package dev.bengal.cli.history;

import dev.bengal.model.CommitOrder;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which history is read. */
public final class HistoryOptions {
    /** How far back the order of commits is asked for: a build of an older one stands at its commit's time. */
    public static final int COMMITS = 5000;

    @Mixin
    public final MetricsOptions metrics = new MetricsOptions();

    @Option(names = "--history", paramLabel = "FILE", description = "Read this history instead of the project's own.")
    @Nullable
    public Path file;

    /** The options as they have to be typed again, after a space; empty where none was given. */
    public String asTyped() {
        return (file == null ? "" : " --history " + Location.quoted(file)) + metrics.asTyped();
    }

    /**
     * The order of the project's commits, for which git is asked while the history is read. A history from elsewhere is in the
     * order of its times.
     */
    public CompletableFuture<CommitOrder> order(Location location) {
        return file == null
                ? CompletableFuture.supplyAsync(() -> new Repository(location.root()).order(COMMITS))
                : CompletableFuture.completedFuture(CommitOrder.BY_TIME);
    }
}
