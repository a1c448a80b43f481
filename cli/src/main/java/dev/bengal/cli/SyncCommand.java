package dev.bengal.cli;

import dev.bengal.journal.MetricsDirectory;
import dev.bengal.site.config.Configuration;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.BuildOrder;
import dev.bengal.store.Delivery;
import dev.bengal.store.Outbox;
import dev.bengal.store.SharedStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bengal perf sync}: delivers to the shared history what it does not have yet. */
@Command(
        name = "sync",
        description = "Delivers to the shared history what this machine recorded while that was out of reach.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the shared history has all that is recorded here",
            "2:wrong usage, there is no shared history, or it does not take the builds"
        })
final class SyncCommand implements Callable<Integer> {
    private static final Duration HOWEVER_LONG = Duration.ofDays(1);

    private final Surface surface;
    private final Location location;

    @Mixin
    private final MetricsOptions metrics = new MetricsOptions();

    @Option(
            names = "--all",
            description =
                    "Offer all builds again, as after the database was made anew; what is there already stays as it is.")
    private boolean all;

    SyncCommand(Surface surface, Location location) {
        this.surface = surface;
        this.location = location;
    }

    @Override
    public Integer call() {
        Path root = location.root();
        Configuration configuration = Configuration.load(root);
        MetricsDirectory directory = location.metrics(root, configuration, metrics.folder);
        SharedStore shared = StoreSetting.of(configuration, surface)
                .shared(Location.project(root, configuration), StoreSetting.WHEN_ASKED, surface)
                .orElseThrow(() -> new CommandException("No shared history is set up: [perf] store in bengal.toml, or "
                        + StoreSetting.VARIABLE + ", names one, such as postgresql://USER@HOST/DATABASE."));
        // Asked first, so that a server out of reach is one, also where nothing waits for it.
        shared.recent(BuildFilter.ALL, BuildOrder.BY_START, 1);
        Outbox outbox = new Outbox(directory.journal(), shared);
        if (all) {
            outbox.forget();
        }
        Delivery delivery = outbox.deliver(HOWEVER_LONG);
        surface.out().println(sentence(delivery, shared.name()));
        return 0;
    }

    private static String sentence(Delivery delivery, String name) {
        if (delivery.builds() + delivery.events() == 0) {
            return name + " has everything that is recorded here.";
        }
        return count(delivery.builds(), "build")
                + (delivery.events() == 0 ? "" : " and " + count(delivery.events(), "event"))
                + (delivery.builds() + delivery.events() == 1 ? " was" : " were") + " new to " + name
                + (delivery.isWhole() ? "." : "; there is more: run it again.");
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
