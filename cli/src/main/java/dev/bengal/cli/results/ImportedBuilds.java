package dev.bengal.cli.results;

import dev.bengal.cli.history.RecordedCommit;
import dev.bengal.cli.history.Repository;
import dev.bengal.cli.terminal.CommandException;
import dev.bengal.cli.terminal.Surface;
import dev.bengal.collector.CollectorVersion;
import dev.bengal.collector.Surroundings;
import dev.bengal.collector.TrackedBuild;
import dev.bengal.formats.reading.Format;
import dev.bengal.formats.reading.ImportedRun;
import dev.bengal.model.BuildId;
import dev.bengal.model.BuildIdentity;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildStats;
import dev.bengal.model.Commit;
import dev.bengal.model.Environment;
import dev.bengal.model.GcActivity;
import dev.bengal.model.IoVolume;
import dev.bengal.model.Machine;
import dev.bengal.model.MachineLoad;
import dev.bengal.model.MemoryTotals;
import dev.bengal.model.Scenario;
import dev.bengal.model.TimeTotals;
import dev.bengal.model.Tooling;
import dev.bengal.model.Totals;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes builds of what other tools measured. What their results do not tell (commit, CI run, machine) is taken from here and now, as
 * {@code perf run} does. The same results of the same commit make the same build each time, so that none comes in twice, wherever their file
 * was copied to.
 */
public final class ImportedBuilds {
    private static final int FINGERPRINT_DIGITS = 12;
    private static final Pattern FULL_HASH = Pattern.compile("[0-9a-f]{40}([0-9a-f]{24})?");
    private static final Environment NOWHERE = Surroundings.unknown().findings().environment();

    private final String project;
    private final Optional<Scenario> scenario;
    private final Optional<Commit> commit;
    private final Repository repository;
    private final Surroundings.Findings here;

    private ImportedBuilds(
            String project,
            Optional<Scenario> scenario,
            Optional<Commit> commit,
            Repository repository,
            Surroundings.Findings here) {
        this.project = project;
        this.scenario = scenario;
        this.commit = commit;
        this.repository = repository;
        this.here = here;
    }

    /**
     * Looks at the machine and the repository around.
     *
     * @param generated what makes the work tree no dirtier: the results themselves, and the history
     * @param revision that was measured, or null for what is checked out
     */
    public static ImportedBuilds in(
            Path root,
            String project,
            List<Path> generated,
            Optional<Scenario> scenario,
            @Nullable String revision,
            Surface surface) {
        Repository repository = new Repository(root);
        Optional<Commit> commit = Optional.ofNullable(revision)
                .map(name -> commit(repository, name).orElseGet(() -> elsewhere(repository, name, root)));
        TrackedBuild tracked =
                new TrackedBuild(project, scenario.orElse(new Scenario("import")), root, generated, "import");
        try (Surroundings around = Surroundings.ofCommand()) {
            around.start(tracked, surface::warn);
            return new ImportedBuilds(project, scenario, commit, repository, around.findings());
        }
    }

    /** A commit that no repository is there to tell of; its hash has to be whole, so that it is the same one everywhere. */
    private static Commit elsewhere(Repository repository, String revision, Path root) {
        if (repository.ask("rev-parse", "--git-dir").isPresent()) {
            throw new CommandException("--commit: '" + RecordedCommit.printable(revision)
                    + "' is no commit of the repository in " + root + ".");
        }
        if (!FULL_HASH.matcher(revision).matches()) {
            throw new CommandException("--commit: git knows no repository in " + root + " to look '"
                    + RecordedCommit.printable(revision) + "' up in. Give the full hash, 40 or 64 hex digits.");
        }
        return new Commit(revision, null, List.of(), false, null);
    }

    private static Optional<Commit> commit(Repository repository, String revision) {
        return repository
                .ask("show", "--no-patch", "--format=%H%n%P%n%ct", "--end-of-options", revision + "^{commit}")
                .filter(lines -> lines.size() == 3)
                .map(lines -> new Commit(
                        lines.get(0),
                        null,
                        lines.get(1).isBlank()
                                ? List.of()
                                : List.of(lines.get(1).split(" ")),
                        false,
                        Instant.ofEpochSecond(Long.parseLong(lines.get(2)))));
    }

    /**
     * The build of a run.
     *
     * @param otherwise when it ran, where the run does not say
     */
    BuildMetrics of(ImportedRun run, Instant otherwise) {
        Instant time = Objects.requireNonNullElse(run.time(), otherwise).truncatedTo(ChronoUnit.MILLIS);
        Scenario of = scenario.orElseGet(() -> new Scenario(
                run.format() == Format.DATA_JS ? run.tool() : run.format().word()));
        Commit measured = commitOf(run);
        Environment environment = environment(run);
        return new BuildMetrics(
                new BuildIdentity(
                        id(of, measured, environment, run, time), null, time, project, of, CollectorVersion.NUMBER),
                BuildStats.of(run.outcome()),
                measured,
                run.commit() == null ? here.ci() : null,
                new Totals(
                        new TimeTotals(run.wallMillis(), null, null, null),
                        new MemoryTotals(null, null, null, null, null),
                        GcActivity.UNKNOWN,
                        IoVolume.UNKNOWN,
                        List.of()),
                run.phases(),
                List.of(),
                run.measurements(),
                environment);
    }

    /**
     * By what the results say alone: where they tell no time, neither does their id, since that of a file changes with each copy. Then it also
     * says of which project and machine they are, which the time kept apart. But values may come back, and where no commit tells what was measured, the
     * file's time has to keep them apart.
     */
    private BuildId id(
            Scenario scenario, @Nullable Commit commit, Environment environment, ImportedRun run, Instant time) {
        String said = scenario + "\n" + (commit == null ? "" : commit.hash()) + "\n" + run.outcome() + run.wallMillis()
                + run.phases() + run.measurements();
        if (run.time() != null || commit == null || Boolean.TRUE.equals(commit.dirty())) {
            ByteBuffer hash = ByteBuffer.wrap(sha256(said));
            return BuildId.create(time, hash::getLong);
        }
        ByteBuffer hash = ByteBuffer.wrap(sha256(project + "\n" + environment.fingerprint() + "\n" + said));
        return BuildId.create(Instant.ofEpochMilli(hash.getLong()), hash::getLong);
    }

    /** What the results say, completed by the repository where it knows that commit. */
    private @Nullable Commit commitOf(ImportedRun run) {
        Commit said = run.commit();
        if (said == null || commit.isPresent()) {
            return commit.orElse(here.commit());
        }
        return said.hash().matches("[0-9a-f]{7,64}")
                ? commit(repository, said.hash())
                        .map(known ->
                                new Commit(known.hash(), said.branch(), known.parents(), said.dirty(), known.time()))
                        .orElse(said)
                : said;
    }

    /** That of the results where they name a machine. A history from elsewhere names none, and did not run here. */
    private Environment environment(ImportedRun run) {
        Tooling tooling = new Tooling(null, List.of(), run.tool());
        Machine machine = run.machine();
        if (run.format() == Format.DATA_JS) {
            return new Environment(NOWHERE.fingerprint(), NOWHERE.machine(), tooling, MachineLoad.UNKNOWN);
        }
        if (machine == null || (machine.cpuModel() == null && machine.platform() == null)) {
            Tooling own = new Tooling(here.environment().tooling().javaVersion(), List.of(), run.tool());
            return new Environment(
                    here.environment().fingerprint(), here.environment().machine(), own, MachineLoad.UNKNOWN);
        }
        String facts = Stream.of(machine.cpuModel(), machine.cpuCount(), machine.platform(), machine.arch())
                .map(fact -> Objects.requireNonNullElse(fact, "?").toString())
                .collect(Collectors.joining("\n"));
        String fingerprint = HexFormat.of().formatHex(sha256(facts)).substring(0, FINGERPRINT_DIGITS);
        return new Environment(fingerprint, machine, tooling, MachineLoad.UNKNOWN);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
