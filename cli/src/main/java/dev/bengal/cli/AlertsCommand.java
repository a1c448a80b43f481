package dev.bengal.cli;

import dev.bengal.alerts.Alert;
import dev.bengal.alerts.AlertDesk;
import dev.bengal.alerts.AlertDesk.Situation;
import dev.bengal.alerts.AlertDesk.Told;
import dev.bengal.alerts.AlertLedger;
import dev.bengal.alerts.NotDeliveredException;
import dev.bengal.alerts.Notice;
import dev.bengal.alerts.Receiver;
import dev.bengal.cli.alert.AlertConfiguration;
import dev.bengal.cli.alert.AlertList;
import dev.bengal.cli.alert.HistoryClaims;
import dev.bengal.cli.alert.HistoryClaims.Exchange;
import dev.bengal.cli.alert.OneAtATime;
import dev.bengal.cli.alert.ReceiverSettings;
import dev.bengal.cli.alert.Situations;
import dev.bengal.cli.gate.NewestBudgets;
import dev.bengal.cli.history.HistoryOptions;
import dev.bengal.cli.history.HistorySource;
import dev.bengal.cli.history.Location;
import dev.bengal.cli.history.MetricsOptions;
import dev.bengal.cli.history.Repository;
import dev.bengal.cli.history.StoreSetting;
import dev.bengal.cli.judge.JudgedHistory;
import dev.bengal.cli.option.GitBranchOptions;
import dev.bengal.cli.option.SleepingPause;
import dev.bengal.cli.option.TableOrJson;
import dev.bengal.cli.terminal.CommandException;
import dev.bengal.cli.terminal.Surface;
import dev.bengal.collector.Surroundings;
import dev.bengal.journal.EventEncoder;
import dev.bengal.model.CommitOrder;
import dev.bengal.model.HistoryEvent.Alerted.Occasion;
import dev.bengal.report.alert.AlertRow;
import dev.bengal.report.alert.AlertsJsonRenderer;
import dev.bengal.report.alert.AlertsTableRenderer;
import dev.bengal.site.config.Configuration;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.SharedStore;
import dev.bengal.store.git.GitSync;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bengal perf alerts}: what is worse now, and who was told. */
@Command(
        name = "alerts",
        description = {
            "Lists what got worse for sure and is not accepted, and whom of [perf.alerts] was told.",
            "With --send the receivers are told what they do not know yet: each change once, whoever finds it first."
        },
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:fine, whatever is worse",
            "2:wrong usage, a failure, or a receiver that could not be told; the next --send tries it again"
        })
final class AlertsCommand implements Callable<Integer> {
    private static final int NOT_TOLD = 2;

    private final Surface surface;
    private final Location location;

    @Option(names = "--send", description = "Tell the receivers what they do not know yet.")
    private boolean isSending;

    @Option(
            names = "--test",
            paramLabel = "RECEIVER",
            description = "Send this receiver a message that is none, to see whether it arrives.")
    private @Nullable String tested;

    @Mixin
    private final GitBranchOptions git = new GitBranchOptions();

    @Mixin
    private final TableOrJson format = new TableOrJson();

    @Mixin
    private final MetricsOptions metrics = new MetricsOptions();

    AlertsCommand(Surface surface, Location location) {
        this.surface = surface;
        this.location = location;
    }

    @Override
    public Integer call() throws IOException {
        Repository repository = new Repository(location.root());
        ReceiverSettings settings = ReceiverSettings.of(
                new AlertConfiguration(repository, location, surface).load(),
                surface.variables(),
                commandFolder(),
                new SleepingPause());
        if (isSending || tested != null) {
            settings.complaints().forEach(surface::warn);
        }
        if (tested != null) {
            return test(receiver(tested, settings.receivers()));
        }
        HistorySource source = HistorySource.ofProject(metrics, location, surface);
        CommitOrder order = repository.order(HistoryOptions.COMMITS);
        return isSending
                ? new OneAtATime(source.directory()).run(() -> send(settings, source, order, repository))
                : list(settings, source, order);
    }

    private static Receiver receiver(String name, List<Receiver> receivers) {
        return receivers.stream()
                .filter(receiver -> receiver.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new CommandException("There is no receiver '" + name + "' that can be told; there "
                        + (receivers.isEmpty()
                                ? "is none at all. [perf.alerts.NAME] in bengal.toml makes one."
                                : "are "
                                        + String.join(
                                                ", ",
                                                receivers.stream()
                                                        .map(Receiver::name)
                                                        .toList()) + ".")));
    }

    private int test(Receiver receiver) {
        Alert alert = Alert.of(
                List.of("test"), "bengal", "Bengal: a test, nothing got worse", "If you can read this, alerts arrive.");
        try {
            receiver.tell(new Notice(alert, Occasion.FIRING));
            surface.out().println(receiver.name() + " was told.");
            return 0;
        } catch (NotDeliveredException e) {
            surface.err().println("bengal: " + receiver.name() + " was not told: " + e.getMessage() + ".");
            return NOT_TOLD;
        }
    }

    private int send(ReceiverSettings settings, HistorySource source, CommitOrder order, Repository repository) {
        Exchange exchange = exchange(source);
        if (git.isGit) {
            git.sync(source.directory().journal(), location.root(), GitSync.Direction.BOTH);
        }
        Situation situation = situation(source, order);
        String by = repository.user().orElseGet(() -> System.getProperty("user.name", "unknown"));
        List<Told> told = new AlertDesk(new HistoryClaims(source.store(), exchange), InstantSource.system(), by)
                .tell(settings.receivers(), situation);
        for (Told one : told) {
            if (one.isDelivered()) {
                surface.out()
                        .println(one.receiver() + " was told: " + one.notice().subject());
            } else {
                surface.warn(one.receiver() + " was not told: " + one.trouble() + ". The next --send tries again.");
            }
        }
        if (told.isEmpty()) {
            surface.out().println(settings.receivers().isEmpty() ? nobody(settings) : "Everyone knows everything.");
        }
        return told.stream().allMatch(Told::isDelivered)
                        && settings.complaints().isEmpty()
                ? 0
                : NOT_TOLD;
    }

    private static String nobody(ReceiverSettings settings) {
        return settings.names().isEmpty()
                ? "Nobody is to be told: there is no receiver in [perf.alerts]."
                : "Nobody was told: no receiver of [perf.alerts] can be.";
    }

    /** By the branch, by the shared database, or only within this machine. */
    private Exchange exchange(HistorySource source) {
        if (git.isGit) {
            return (event, store) -> {
                store.append(event);
                return git.sync(source.directory().journal(), location.root(), GitSync.Direction.BOTH)
                        .sentEvents()
                        .contains(event.stamp().id().value());
            };
        }
        Optional<SharedStore> shared = source.shared().shared(source.project(), StoreSetting.WHEN_ASKED, surface);
        return shared.<Exchange>map(there -> (event, store) -> {
                    // First there, since what is appended here is delivered at once.
                    boolean isFirst =
                            there.deliver(List.of(EventEncoder.line(event).getBytes(StandardCharsets.UTF_8)))
                                            .events()
                                    > 0;
                    store.append(event);
                    return isFirst;
                })
                .orElse(Exchange.NONE);
    }

    private Situation situation(HistorySource source, CommitOrder order) {
        JudgedHistory history = JudgedHistory.of(source.store(), BuildFilter.ALL, order);
        return Situations.of(
                history,
                new NewestBudgets(history, Configuration.load(location.root())).held(),
                AlertLedger.of(source.store().events()),
                Instant.now());
    }

    /** The project's; not so in CI, where its files are those of the branch under test, and a command may hold a secret. */
    private Path commandFolder() {
        Path root = location.root();
        return Surroundings.isCi(surface.variables()) ? root.toAbsolutePath().getRoot() : root;
    }

    private int list(ReceiverSettings settings, HistorySource source, CommitOrder order) throws IOException {
        AlertLedger ledger = AlertLedger.of(source.store().events());
        List<AlertRow> rows = AlertList.of(ledger, situation(source, order), settings.names());
        if (format.isJson()) {
            new AlertsJsonRenderer().render(rows, settings.unable(), surface.out());
        } else {
            new AlertsTableRenderer(ZoneId.systemDefault()).render(rows, settings.unable(), surface.out());
        }
        return 0;
    }
}
