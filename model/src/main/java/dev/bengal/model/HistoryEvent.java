package dev.bengal.model;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that was said about builds: a line of the history that is no build. */
public sealed interface HistoryEvent {
    /** Which event this is, and who said it when. */
    Stamp stamp();

    /**
     * A build counts in no judgement.
     *
     * @param why in the words of the one who said so
     */
    record Excluded(Stamp stamp, BuildId build, String why) implements HistoryEvent {
        public Excluded {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(build, "build");
            Objects.requireNonNull(why, "why");
        }
    }

    /** An excluded build counts again. */
    record Included(Stamp stamp, BuildId build, String why) implements HistoryEvent {
        public Included {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(build, "build");
            Objects.requireNonNull(why, "why");
        }
    }

    /**
     * A change was looked at, and what came of it is the new level.
     *
     * @param project whose level it is
     * @param commit the first one of the new level, full hash
     * @param scenario of which alone it holds, or null for all
     * @param metric of which alone it holds, or null for all
     */
    record Accepted(
            Stamp stamp,
            String project,
            String commit,
            @Nullable String scenario,
            @Nullable String metric,
            String why) implements HistoryEvent {
        public Accepted {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(project, "project");
            Objects.requireNonNull(commit, "commit");
            Objects.requireNonNull(why, "why");
        }
    }

    /**
     * Builds were moved to an archive, and a union with another history must not bring them back.
     *
     * @param archive the name of its file
     * @param kept builds that stayed for what they tell, such as a change, which cannot be found any more without those that went
     */
    record Pruned(Stamp stamp, List<BuildId> builds, String archive, List<BuildId> kept) implements HistoryEvent {
        public Pruned {
            Objects.requireNonNull(stamp, "stamp");
            builds = List.copyOf(builds);
            Objects.requireNonNull(archive, "archive");
            kept = List.copyOf(kept);
        }

        /** Where nothing stayed for such a reason. */
        public Pruned(Stamp stamp, List<BuildId> builds, String archive) {
            this(stamp, builds, archive, List.of());
        }
    }

    /**
     * A receiver is told of an alert. Whoever brings the first event of this id into a history is the one who sends; the others do not.
     *
     * @param alert the same for the same change, whoever finds it
     * @param receiver its name in the configuration
     * @param isWithdrawn whether it was surely not sent after all, so that it may be tried again
     * @param project that it is about
     * @param headline what it is about, in one line
     */
    record Alerted(
            Stamp stamp,
            String alert,
            Occasion occasion,
            String receiver,
            boolean isWithdrawn,
            String project,
            String headline)
            implements HistoryEvent {
        public Alerted {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(alert, "alert");
            Objects.requireNonNull(occasion, "occasion");
            Objects.requireNonNull(receiver, "receiver");
            Objects.requireNonNull(project, "project");
            Objects.requireNonNull(headline, "headline");
        }

        /** What is told. */
        public enum Occasion {
            /** Something got worse for sure. */
            FIRING,
            /** Someone looked at it and accepted it. */
            ACKNOWLEDGED,
            /** It is as it was before. */
            RESOLVED;

            /** As the record has it. */
            public String word() {
                return name().toLowerCase(Locale.ROOT);
            }

            /** The one with this word. */
            public static Optional<Occasion> parse(String word) {
                return Arrays.stream(values())
                        .filter(occasion -> occasion.word().equals(word))
                        .findFirst();
            }
        }
    }

    /** An event of a kind that this version does not know; it is kept, and says nothing. */
    record Unknown(Stamp stamp, String kind) implements HistoryEvent {}

    /**
     * Which event, when and by whom.
     *
     * @param id unique like a build's, so that histories merge by union
     * @param by a name, or null where none is known
     */
    record Stamp(BuildId id, Instant time, @Nullable String by) {
        public Stamp {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(time, "time");
        }
    }
}
