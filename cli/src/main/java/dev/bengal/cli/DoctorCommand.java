package dev.bengal.cli;

import dev.bengal.cli.history.HistorySource;
import dev.bengal.cli.history.Location;
import dev.bengal.cli.history.MetricsOptions;
import dev.bengal.cli.maven.MavenFolder;
import dev.bengal.cli.option.BuildTool;
import dev.bengal.cli.terminal.Surface;
import dev.bengal.journal.Journal;
import dev.bengal.store.Finding;
import dev.bengal.store.upkeep.Diagnosis;
import dev.bengal.store.upkeep.Doctor;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bengal perf doctor}: examines and repairs a history. */
@Command(
        name = "doctor",
        description =
                "Examines the history and its index, sets damaged lines aside, and makes a wrong index again. 'doctor"
                        + " maven' instead says which jar of Bengal Maven loads, by a small build, or why none.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all is well, or was repaired",
            "2:wrong usage or a failure; with --dry-run also where something is to be repaired; with maven where no jar is active, or that could not be tried"
        })
final class DoctorCommand implements Callable<Integer> {
    private static final int TO_BE_REPAIRED = 2;
    private static final int SHOWN = 10;

    private final Surface surface;
    private final Location location;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "TOOL",
            description = "${COMPLETION-CANDIDATES}; without it, the history is examined.")
    private @Nullable BuildTool tool;

    @Option(
            names = "--maven",
            paramLabel = "COMMAND",
            description = "For 'doctor maven': the Maven to try, by default mvn.")
    private String maven = "mvn";

    @Option(names = "--dry-run", description = "Only say what is wrong; an index is still brought up to date.")
    private boolean dryRun;

    @Mixin
    private final MetricsOptions metrics = new MetricsOptions();

    DoctorCommand(Surface surface, Location location) {
        this.surface = surface;
        this.location = location;
    }

    @Override
    public Integer call() {
        if (tool != null) {
            return new MavenDoctor(surface, MavenFolder.of(location.start()), command()).examine();
        }
        HistorySource source = HistorySource.ofProject(metrics, location, surface);
        Journal journal = source.directory().journal();
        if (journal.size() == 0) {
            surface.out().println(source.whenEmpty().get());
            return 0;
        }
        Doctor doctor = new Doctor(journal, source.project());
        Diagnosis diagnosis = dryRun ? doctor.examine() : doctor.repair();
        tell(diagnosis, journal, doctor);
        return dryRun && !diagnosis.isHealthy() ? TO_BE_REPAIRED : 0;
    }

    /** A name without a folder is looked for in the path. */
    private String command() {
        Path named = Path.of(maven);
        return named.getNameCount() > 1 ? location.typed(named).toString() : maven;
    }

    private void tell(Diagnosis diagnosis, Journal journal, Doctor doctor) {
        List<Finding> findings = diagnosis.findings();
        findings.stream().limit(SHOWN).forEach(surface.out()::println);
        if (findings.size() > SHOWN) {
            surface.out().println("... and " + (findings.size() - SHOWN) + " more such lines.");
        }
        surface.out()
                .println(journal.file() + ": " + lines(diagnosis.sound()) + (diagnosis.sound() == 1 ? " is" : " are")
                        + " sound.");
        if (diagnosis.damaged() > 0) {
            surface.out()
                    .println(lines(diagnosis.damaged()) + (dryRun ? " would be set aside in " : " set aside in ")
                            + doctor.aside() + ".");
        }
        if (diagnosis.superfluous() > 0) {
            surface.out()
                    .println(lines(diagnosis.superfluous()) + ", blank or there already,"
                            + (dryRun ? " would be taken out." : " taken out."));
        }
        surface.out()
                .println(diagnosis
                        .index()
                        .map(wrong -> "The index is wrong (" + wrong + ")"
                                + (dryRun ? "; it would be made again." : "; it was made again."))
                        .orElse("The index is right, or there is none; it is made when the history is long enough."));
    }

    private static String lines(long count) {
        return count + (count == 1 ? " line" : " lines");
    }
}
