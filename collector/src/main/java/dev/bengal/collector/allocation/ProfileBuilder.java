package dev.bengal.collector.allocation;

import dev.bengal.model.AllocationSite;
import dev.bengal.model.CallTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.Optional;

/**
 * Adds allocations up, by the place in the code that they are laid to: the innermost frame outside the JDK. Not for use by
 * several threads.
 */
final class ProfileBuilder {
    private static final int SITES_KEPT = 10;
    private static final double MEBIBYTE = 1024 * 1024;
    private static final String CUT = "(deeper than was recorded)";

    /** Where all callers on the stack are the JDK's own, such as those of its threads. */
    private static final Frame JDK_ONLY = new Frame("(JDK)", "no caller outside the JDK", 0);

    private static final Frame NO_STACK = new Frame("(unknown)", "no stack was recorded", 0);

    private final Map<Frame, Site> sites = new HashMap<>();
    private final CallTree.Builder stacks = new CallTree.Builder();
    private long bytes;
    private long samples;

    void add(Allocation allocation) {
        bytes += allocation.bytes();
        samples += allocation.samples();
        sites.computeIfAbsent(placeOf(allocation), place -> new Site()).add(allocation);
        stacks.add(path(allocation), allocation.bytes());
    }

    private static Frame placeOf(Allocation allocation) {
        return allocation.stack().isEmpty()
                ? NO_STACK
                : allocation.stack().stream()
                        .filter(frame -> !frame.isJdk())
                        .findFirst()
                        .orElse(JDK_ONLY);
    }

    /** The caller before the callee, and at the end what was allocated. */
    private static List<String> path(Allocation allocation) {
        List<String> path = new ArrayList<>(allocation.stack().size() + 2);
        if (allocation.cut()) {
            path.add(CUT);
        }
        if (allocation.stack().isEmpty()) {
            path.add("(" + NO_STACK.method() + ")");
        }
        ListIterator<Frame> frames =
                allocation.stack().listIterator(allocation.stack().size());
        while (frames.hasPrevious()) {
            path.add(frames.previous().qualifiedMethod());
        }
        path.add(CallTree.ALLOCATED + allocation.type());
        return path;
    }

    AllocationProfile build(boolean truncated) {
        List<AllocationSite> largest = sites.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<Frame, Site> site) -> site.getValue().bytes)
                        .reversed()
                        .thenComparing(site -> site.getKey().qualifiedMethod())
                        .thenComparing(site -> site.getKey().line()))
                .limit(SITES_KEPT)
                .map(site -> site.getValue().of(site.getKey(), bytes))
                .toList();
        return new AllocationProfile(largest, samples, stacks.build(), truncated);
    }

    /** What one place allocated. */
    private static final class Site {
        private final Map<String, Long> bytesByType = new HashMap<>();
        private long bytes;
        private long samples;

        void add(Allocation allocation) {
            bytes += allocation.bytes();
            samples += allocation.samples();
            bytesByType.merge(allocation.type(), allocation.bytes(), Long::sum);
        }

        AllocationSite of(Frame place, long allBytes) {
            boolean isCode = !place.equals(JDK_ONLY) && !place.equals(NO_STACK);
            return new AllocationSite(
                    isCode ? SourceFile.of(place.type()).orElseGet(() -> simpleName(place.type())) : place.type(),
                    place.line() > 0 ? (long) place.line() : null,
                    isCode ? place.qualifiedMethod() : place.method(),
                    mostAllocated().orElse(null),
                    bytes / MEBIBYTE,
                    samples,
                    allBytes == 0 ? 0 : (double) bytes / allBytes);
        }

        private Optional<String> mostAllocated() {
            return bytesByType.entrySet().stream()
                    .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey);
        }

        private static String simpleName(String type) {
            return type.substring(type.lastIndexOf('.') + 1);
        }
    }
}
