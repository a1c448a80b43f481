package dev.bengal.cli.results;

import dev.bengal.cli.terminal.CommandException;
import dev.bengal.forge.Change;
import dev.bengal.journal.Journal;
import dev.bengal.journal.RecordEncoder;
import dev.bengal.model.BuildIdentity;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.CiRun;
import dev.bengal.model.Commit;
import dev.bengal.store.BuildRecordReader;
import dev.bengal.store.Finding;
import dev.bengal.store.HistoryLine;
import dev.bengal.store.upkeep.Union;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Builds that a run of untrusted code recorded, as a file of them. Of what the file says, only what was measured counts: whose project it is, which
 * commit and which change, the forge said. Events, which could accept or exclude other builds, are left behind, and so are builds of other commits.
 */
public final class ForeignBuilds {
    private static final long LONGEST_FILE = 16L << 20;
    private static final int LONGEST_LINE = 2 << 20;
    private static final int MOST_LINES = 10_000;
    private static final int MOST_BUILDS = 200;

    /** Phases and measurements together; each metric of them is judged. */
    private static final int MOST_FIGURES = 10_000;

    private final Change change;
    private final String project;
    private final @Nullable Instant committed;
    private final @Nullable String link;

    /**
     * Reads what came from a change that nobody vouches for.
     *
     * @param committed when the commit was made, or null where that is not known here
     */
    public ForeignBuilds(Change change, String project, @Nullable Instant committed, Optional<String> link) {
        this.change = change;
        this.project = project;
        this.committed = committed;
        this.link = link.orElse(null);
    }

    /** The branch that they are kept under, whatever they call theirs. */
    public static String branch(Change change) {
        return "pr/" + change.number();
    }

    /**
     * Takes them into a history.
     *
     * @throws CommandException where the file is not what it should be; then nothing is taken
     */
    public Union.Result bringIn(Path file, Union union) throws IOException {
        requireModest(file);
        List<String> lines = read(file).stream().map(RecordEncoder::line).toList();
        if (lines.isEmpty()) {
            throw new CommandException(file + " holds no build of " + change.headCommit()
                    + ", the newest commit of the change; nothing was taken.");
        }
        Path draft = Files.createTempFile("bengal-foreign", ".jsonl");
        try {
            Files.write(draft, lines);
            return union.bringIn(new Journal(draft));
        } finally {
            Files.delete(draft);
        }
    }

    private static void requireModest(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new CommandException(file + " is no plain file; --artifact takes builds, a line each.");
        }
        if (Files.size(file) > LONGEST_FILE) {
            throw new CommandException(file + " is longer than " + (LONGEST_FILE >> 20)
                    + " MiB, which the builds of one commit are not; nothing was taken.");
        }
    }

    private List<BuildMetrics> read(Path file) {
        Reading reading = new Reading(file);
        new Journal(file).walk(reading);
        return reading.builds;
    }

    private BuildMetrics ours(BuildMetrics build) {
        BuildIdentity said = build.identity();
        return new BuildMetrics(
                new BuildIdentity(said.id(), null, said.timestamp(), project, said.scenario(), said.bengalVersion()),
                build.stats(),
                new Commit(
                        change.headCommit(),
                        branch(change),
                        List.of(),
                        build.commit() == null ? null : build.commit().dirty(),
                        committed),
                new CiRun("github", null, link, change.number()),
                build.totals(),
                build.phases(),
                List.of(),
                build.measurements(),
                build.environment());
    }

    private final class Reading implements Journal.LineVisitor {
        private final Path file;
        private final BuildRecordReader reader = new BuildRecordReader(project);
        private final List<BuildMetrics> builds = new ArrayList<>();

        Reading(Path file) {
            this.file = file;
        }

        @Override
        public void line(long number, long offset, byte[] line, boolean whole) {
            if (line.length > LONGEST_LINE || number > MOST_LINES || builds.size() == MOST_BUILDS) {
                throw new CommandException(file + ":" + number
                        + ": more than the builds of one commit can be; nothing was taken of the file.");
            }
            HistoryLine content = reader.read(line);
            List<Finding> findings = Finding.of(file, number, content);
            if (!findings.isEmpty()) {
                throw new CommandException(findings.get(0) + "; nothing was taken of the file.");
            }
            if (content instanceof HistoryLine.Build known
                    && isOfTheChange(known.record().build())) {
                requireModest(known.record().build(), number);
                builds.add(ours(known.record().build()));
            }
        }

        private void requireModest(BuildMetrics build, long number) {
            int figures = build.phases().size() + build.measurements().size();
            if (figures > MOST_FIGURES) {
                throw new CommandException(file + ":" + number + ": " + figures + " phases and measurements, and "
                        + MOST_FIGURES + " is the most of a stranger's build; nothing was taken of the file.");
            }
        }

        @Override
        public void longLine(long number, long offset, long length, boolean whole) {
            throw new CommandException(file + ":" + number + ": a line of " + length + " bytes; nothing was taken.");
        }

        private boolean isOfTheChange(BuildMetrics build) {
            return build.commit() != null && build.commit().hash().equals(change.headCommit());
        }
    }
}
