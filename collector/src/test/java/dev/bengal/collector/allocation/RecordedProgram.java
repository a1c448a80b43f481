package dev.bengal.collector.allocation;

import java.util.ArrayList;
import java.util.List;

/** Allocates 400 MiB under the recorder and prints its three largest sites, each with its share. */
final class RecordedProgram {
    private RecordedProgram() {}

    public static void main(String[] arguments) {
        List<String> warnings = new ArrayList<>();
        try (AllocationRecorder recorder = AllocationRecorder.start(warnings::add)) {
            KnownAllocation.allocate(400L << 20);
            recorder.stop();
            recorder.profile().orElseThrow().sites().stream()
                    .limit(3)
                    .forEach(site -> System.out.println(site.method() + " " + site.share()));
        }
        warnings.forEach(System.out::println);
    }
}
