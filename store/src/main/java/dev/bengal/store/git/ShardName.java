package dev.bengal.store.git;

import dev.bengal.store.HistoryLine;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a journal on the branch.
 *
 * @param subject a month such as {@code 2026-03}, or {@code events}, or {@code others} for years that have not four digits
 * @param part from 1
 */
record ShardName(String subject, int part) implements Comparable<ShardName> {
    private static final Pattern NAME = Pattern.compile("(\\d{4}-\\d{2}|events|others)(?:\\.([1-9]\\d{0,5}))?\\.jsonl");
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("uuuu-MM", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Of a file; empty for one that is no journal. */
    static Optional<ShardName> parse(String file) {
        Matcher name = NAME.matcher(file);
        return name.matches()
                ? Optional.of(new ShardName(name.group(1), name.group(2) == null ? 1 : Integer.parseInt(name.group(2))))
                : Optional.empty();
    }

    /** Where a line belongs. */
    static String subject(HistoryLine line) {
        if (!(line instanceof HistoryLine.Build build)) {
            return "events";
        }
        String month = MONTH.format(build.record().build().timestamp());
        return month.matches("\\d{4}-\\d{2}") ? month : "others";
    }

    ShardName next() {
        return new ShardName(subject, part + 1);
    }

    String file() {
        return subject + (part == 1 ? "" : "." + part) + ".jsonl";
    }

    @Override
    public int compareTo(ShardName other) {
        int bySubject = subject.compareTo(other.subject);
        return bySubject == 0 ? Integer.compare(part, other.part) : bySubject;
    }
}
