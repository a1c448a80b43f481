package dev.bengal.collector.allocation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/**
 * Reads allocations from a file of the flight recorder.
 *
 * <p>A thread allocates from a buffer of its own, the TLAB. The JVM notes whenever a thread takes a new one, which stands for
 * all that fits into it, and whenever something is too large for a buffer, which stands for itself. Together they stand for
 * all bytes. {@code jdk.ObjectAllocationSample} is not used: the JVM limits how many of those it notes a second, so that
 * in a recording of a few seconds they are far off.
 */
final class RecordedAllocations {
    private static final String IN_NEW_TLAB = "jdk.ObjectAllocationInNewTLAB";
    private static final String OUTSIDE_TLAB = "jdk.ObjectAllocationOutsideTLAB";

    /** What has to be recorded. */
    static final Set<String> EVENTS = Set.of(IN_NEW_TLAB, OUTSIDE_TLAB);

    /** How many stacks are held at a time: those of a large recording would not fit into memory. */
    private static final int STACKS_HELD = 5000;

    private final Consumer<Allocation> visitor;

    /** By stack, which the file holds once for the many events of a place, and type. */
    private final IdentityHashMap<@Nullable RecordedStackTrace, Map<String, Sum>> sums = new IdentityHashMap<>();

    private RecordedAllocations(Consumer<Allocation> visitor) {
        this.visitor = visitor;
    }

    /** Tells {@code visitor} of all allocations, in no particular order. What others had recorded is passed over. */
    static void read(Path file, Consumer<Allocation> visitor) throws IOException {
        RecordedAllocations allocations = new RecordedAllocations(visitor);
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                switch (event.getEventType().getName()) {
                    case IN_NEW_TLAB -> allocations.add(event, event.getLong("tlabSize"));
                    case OUTSIDE_TLAB -> allocations.add(event, event.getLong("allocationSize"));
                    default -> {}
                }
            }
        }
        allocations.tell();
    }

    private void add(RecordedEvent event, long bytes) {
        @Nullable RecordedClass type = event.getClass("objectClass");
        sums.computeIfAbsent(event.getStackTrace(), stack -> new HashMap<>())
                .computeIfAbsent(type == null ? "?" : TypeName.readable(type.getName()), name -> new Sum())
                .add(bytes);
        if (sums.size() >= STACKS_HELD) {
            tell();
        }
    }

    private void tell() {
        sums.forEach((stack, types) -> {
            List<Frame> frames = stack == null ? List.of() : frames(stack);
            boolean cut = stack != null && stack.isTruncated();
            types.forEach((type, sum) -> visitor.accept(new Allocation(type, sum.bytes, sum.samples, frames, cut)));
        });
        sums.clear();
    }

    private static List<Frame> frames(RecordedStackTrace stack) {
        List<Frame> frames = new ArrayList<>(stack.getFrames().size());
        for (RecordedFrame frame : stack.getFrames()) {
            @Nullable RecordedMethod method = frame.getMethod();
            if (frame.isJavaFrame() && method != null) {
                frames.add(new Frame(
                        TypeName.stable(method.getType().getName()), method.getName(), frame.getLineNumber()));
            }
        }
        return frames;
    }

    private static final class Sum {
        private long bytes;
        private long samples;

        void add(long more) {
            bytes += more;
            samples++;
        }
    }
}
