package dev.bengal.store.upkeep;

import dev.bengal.journal.Journal;
import dev.bengal.journal.JournalException;
import dev.bengal.journal.Sieve;
import dev.bengal.store.BuildReader;
import dev.bengal.store.BuildRecordReader;
import dev.bengal.store.Finding;
import dev.bengal.store.IndexException;
import dev.bengal.store.sql.SqliteIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Examines a history and its index, and repairs both. */
public final class Doctor {
    private final Journal journal;
    private final SqliteIndex index;
    private final Path aside;

    /** @param project whose history it is, for records that do not say */
    public Doctor(Journal journal, String project) {
        this.journal = journal;
        this.index = new SqliteIndex(journal, project);
        this.aside = journal.file().resolveSibling("history.damaged.jsonl");
    }

    /** Where damaged lines are put. */
    public Path aside() {
        return aside;
    }

    /**
     * Looks, and changes nothing.
     *
     * @throws JournalException where the history cannot be read
     */
    public Diagnosis examine() {
        return lines().diagnosis(index.complaint());
    }

    private Examination lines() {
        Examination examination = new Examination();
        journal.walk(new Journal.LineVisitor() {
            @Override
            public void line(long number, long offset, byte[] line, boolean whole) {
                examination.see(number, line, line.length);
            }

            @Override
            public void longLine(long number, long offset, long length, boolean whole) {
                examination.see(number, new byte[0], length);
            }
        });
        return examination;
    }

    /**
     * Puts damaged lines behind those that are in {@code history.damaged.jsonl} already, takes superfluous ones out, and makes an
     * index again that is wrong. Others may write meanwhile. A sound history is only read.
     *
     * @return what was wrong
     * @throws JournalException where that cannot be done; the history is as it was
     */
    public Diagnosis repair() {
        Optional<String> complaint = index.complaint();
        Examination examination = lines();
        if (!examination.isHealthy()) {
            examination = rewrite();
        }
        if (complaint.isPresent()) {
            index.discard();
        }
        if (index.isThere()) {
            bringUpToDate();
        }
        return examination.diagnosis(complaint);
    }

    private Examination rewrite() {
        Examination examination = new Examination();
        try (AsideFile damaged = new AsideFile(aside)) {
            journal.rewrite(new Setting(examination, damaged));
        } catch (IOException e) {
            throw new JournalException(aside + " cannot be closed: " + e.getMessage(), e);
        }
        return examination;
    }

    private void bringUpToDate() {
        try {
            index.ask(BuildReader::events);
        } catch (IndexException e) {
            // The next question tries again, and is answered from the journal as long as there is no index.
        }
    }

    /** Sees every line. */
    private final class Examination {
        private final LineVerdict verdict = new LineVerdict();
        private final BuildRecordReader reader = new BuildRecordReader("any");
        private final List<Finding> findings = new ArrayList<>();
        private long sound;
        private long damaged;
        private long superfluous;

        LineVerdict.Matter see(long number, byte[] line, long length) {
            LineVerdict.Matter matter = verdict.of(line, length);
            switch (matter) {
                case SOUND -> sound++;
                case BLANK, REPEATED -> superfluous++;
                case CONTRADICTING, DAMAGED -> damaged++;
            }
            if (matter != LineVerdict.Matter.SOUND) {
                findings.add(finding(matter, number, line, length));
            }
            return matter;
        }

        private Finding finding(LineVerdict.Matter matter, long number, byte[] line, long length) {
            return switch (matter) {
                case REPEATED -> new Finding(journal.file(), number, "there already, letter by letter", false);
                case CONTRADICTING ->
                    new Finding(journal.file(), number, "another record under an id that is there already", true);
                case SOUND, BLANK, DAMAGED ->
                    length > Journal.LONGEST_LINE
                            ? Finding.ofLongLine(journal.file(), number, length)
                            : Finding.of(journal.file(), number, reader.read(line))
                                    .get(0);
            };
        }

        boolean isHealthy() {
            return damaged == 0 && superfluous == 0;
        }

        Diagnosis diagnosis(Optional<String> complaint) {
            return new Diagnosis(sound, findings, damaged, superfluous, complaint);
        }
    }

    /** Puts the damaged lines aside. */
    private final class Setting implements Sieve {
        private final Examination examination;
        private final AsideFile damaged;
        private boolean isDamaged;

        Setting(Examination examination, AsideFile damaged) {
            this.examination = examination;
            this.damaged = damaged;
        }

        @Override
        public boolean keeps(long number, byte[] line, long length) {
            LineVerdict.Matter matter = examination.see(number, line, length);
            isDamaged = matter == LineVerdict.Matter.DAMAGED || matter == LineVerdict.Matter.CONTRADICTING;
            return matter == LineVerdict.Matter.SOUND;
        }

        @Override
        public void aside(byte[] bytes, int length) throws IOException {
            if (!isDamaged) {
                return;
            }
            try {
                damaged.write(bytes, length);
            } catch (IOException e) {
                throw new IOException(aside + " cannot be written (" + JournalException.reason(e) + ")", e);
            }
        }

        @Override
        public List<String> finish() throws IOException {
            damaged.flush();
            return List.of();
        }

        @Override
        public void abandon() throws IOException {
            damaged.takeBack();
        }
    }
}
