package dev.bengal.store.upkeep;

import dev.bengal.journal.Journal;
import dev.bengal.store.BuildRecordReader;
import dev.bengal.store.HistoryLine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

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
        Optional<String> id = content.id();
        if (id.isEmpty()) {
            return Matter.DAMAGED;
        }
        long sum = sum(content, line);
        Long before = known.putIfAbsent(id.get(), sum);
        if (before == null) {
            return Matter.SOUND;
        }
        return before == sum ? Matter.REPEATED : Matter.CONTRADICTING;
    }

    /** Of what is there letter by letter one goes for good, so that a sum of few bits would not do. */
    private static long sum(HistoryLine content, byte[] line) {
        byte[] text = content.text(line).getBytes(StandardCharsets.UTF_8);
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
