package dev.bengal.benchmarks;

import dev.bengal.model.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a table of results says of the machine. */
final class Machine {
    private Machine() {}

    /** One sentence about where a build ran. */
    static String of(Environment environment) {
        return "%s, %s CPUs, %s MiB, %s %s, JDK %s, %s."
                .formatted(
                        environment.machine().cpuModel(),
                        environment.machine().cpuCount(),
                        environment.machine().memoryMebibytes(),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        environment.tooling().javaVersion(),
                        String.join(" ", environment.tooling().jvmFlags()));
    }

    /** The three load averages. */
    static String load() {
        try {
            return Files.readString(Path.of("/proc/loadavg")).replaceFirst(" \\d+/.*\\s*", "");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
