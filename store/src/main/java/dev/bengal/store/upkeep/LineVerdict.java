package dev.bengal.store.upkeep;

import dev.bengal.journal.Journal;
import dev.bengal.store.BuildRecordReader;
import dev.bengal.store.HistoryLine;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;

/** Tells of each line of a history, in order, whether it belongs there. */
final class LineVerdict {
    private final BuildRecordReader reader = new BuildRecordReader("any");
    private final Map<String, Long> known = new HashMap<>();

    /** What is the matter with a line. */
    enum Matter {
        /** Nothing: a build or an event that was not there before. */
        SOUND,
        /** Nothing is on it. */
        BLANK,
        /** A build or an event that is there already, letter by letter. */
        REPEATED,
        /** Another record under an id that is there already: readers know only the first. */
        CONTRADICTING,
        /** No record. */
        DAMAGED
    }

    /** @param line empty where it is longer than a line may be */
    Matter of(byte[] line, long length) {
        if (length > Journal.LONGEST_LINE) {
            return Matter.DAMAGED;
        }
        HistoryLine content = reader.read(line);
        if (content instanceof HistoryLine.Blank) {
            return Matter.BLANK;
        }
        Optional<String> id = id(content);
        if (id.isEmpty()) {
            return Matter.DAMAGED;
        }
        long sum = sum(line);
        Long before = known.putIfAbsent(id.get(), sum);
        if (before == null) {
            return Matter.SOUND;
        }
        return before == sum ? Matter.REPEATED : Matter.CONTRADICTING;
    }

    /** The id of a build or of an event, which never meet; empty for what is neither. */
    static Optional<String> id(HistoryLine content) {
        if (content instanceof HistoryLine.Build build) {
            return Optional.of("b" + build.record().build().identity().id().value());
        }
        return content instanceof HistoryLine.Event event
                ? Optional.of("e" + event.event().stamp().id().value())
                : Optional.empty();
    }

    private static long sum(byte[] line) {
        int length = line.length > 0 && line[line.length - 1] == '\r' ? line.length - 1 : line.length;
        CRC32C sum = new CRC32C();
        sum.update(line, 0, length);
        return sum.getValue();
    }
}
