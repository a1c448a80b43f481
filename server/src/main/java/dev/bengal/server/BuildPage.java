package dev.bengal.server;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.BuildOrder;
import dev.bengal.store.BuildStore;
import dev.bengal.store.History;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some builds, the newest first, and where the next ones begin.
 *
 * @param recorded how many builds the whole history holds
 * @param next the mark of the page after this one, or null on the last
 */
record BuildPage(
        List<BuildRecord> builds, long recorded, @Nullable String next) {
    BuildPage {
        builds = List.copyOf(builds);
    }

    /**
     * Reads a page.
     *
     * @param before the mark that the page before gave, or null for the first
     */
    static BuildPage read(BuildStore store, BuildFilter filter, @Nullable String before, int size) {
        Mark mark = before == null ? null : Mark.parse(before);
        // Builds of the mark's own microsecond are asked for again, and those that were shown are dropped.
        BuildFilter older = mark == null ? filter : filter.until(mark.time().plus(1, ChronoUnit.MICROS));
        int asked = size + 1;
        while (true) {
            History history = store.recent(older, BuildOrder.BY_START, asked);
            List<BuildRecord> builds = new ArrayList<>(history.builds());
            if (mark != null) {
                builds.removeIf(known -> !mark.isAfter(known.build()));
            }
            boolean isAll = history.builds().size() < asked;
            if (isAll || builds.size() > size) {
                return of(builds, history.recorded(), size);
            }
            asked *= 2;
        }
    }

    private static BuildPage of(List<BuildRecord> oldestFirst, long recorded, int size) {
        List<BuildRecord> newestFirst = new ArrayList<>(oldestFirst);
        Collections.reverse(newestFirst);
        if (newestFirst.size() <= size) {
            return new BuildPage(newestFirst, recorded, null);
        }
        List<BuildRecord> page = newestFirst.subList(0, size);
        return new BuildPage(page, recorded, Mark.of(page.get(size - 1).build()).text());
    }

    private record Mark(Instant time, String id) {
        static Mark of(BuildMetrics build) {
            return new Mark(build.timestamp(), build.identity().id().value());
        }

        static Mark parse(String text) {
            int end = text.indexOf('~');
            try {
                return new Mark(Instant.parse(text.substring(0, Math.max(0, end))), text.substring(end + 1));
            } catch (DateTimeException e) {
                throw new RefusedException(400, "'before' is no mark that a page gave as 'next'.");
            }
        }

        String text() {
            return time + "~" + id;
        }

        /** Whether the build stands before this one. */
        boolean isAfter(BuildMetrics build) {
            int order = build.timestamp().compareTo(time);
            return order < 0 || (order == 0 && build.identity().id().value().compareTo(id) < 0);
        }
    }
}
