package dev.bengal.store.sql;

import dev.bengal.model.BuildRecord;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Records that were parsed, for who asks about the newest builds again and again, as a dashboard does in other words each time. A line
 * always means the same, and a record is known by its very line, so that nothing in here is ever out of date. Safe for use by many threads.
 */
final class KnownRecords {
    /** So many characters of lines are kept, of those asked for last: some 8,000 builds of 3 kB, and twice that in objects. */
    private static final long MOST_CHARACTERS = 24_000_000;

    private final long most;
    private final Map<String, BuildRecord> byId = new LinkedHashMap<>(16, 0.75f, true);
    private long characters;

    KnownRecords() {
        this(MOST_CHARACTERS);
    }

    KnownRecords(long mostCharacters) {
        this.most = mostCharacters;
    }

    /** The record on a line, where it is known. */
    Optional<BuildRecord> find(String id, byte[] line) {
        BuildRecord known;
        synchronized (byId) {
            known = byId.get(id);
        }
        return known != null && Arrays.equals(known.line().getBytes(StandardCharsets.UTF_8), line)
                ? Optional.of(known)
                : Optional.empty();
    }

    /** Keeps a record, and drops what was asked for longest ago where it becomes too much. */
    void keep(String id, BuildRecord record) {
        synchronized (byId) {
            BuildRecord before = byId.put(id, record);
            characters +=
                    record.line().length() - (before == null ? 0 : before.line().length());
            Iterator<BuildRecord> oldest = byId.values().iterator();
            while (characters > most) {
                characters -= oldest.next().line().length();
                oldest.remove();
            }
        }
    }
}
