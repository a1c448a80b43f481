package dev.bengal.collector;

import dev.bengal.model.Tooling;
import java.lang.management.ManagementFactory;
import java.util.List;

/** Reads which JVM this is and how it was started. */
final class JvmTooling {
    private JvmTooling() {}

    static Tooling ofThisJvm(String tool) {
        List<String> flags = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-X"))
                .filter(argument -> !argument.startsWith("-Xlog") && !argument.contains("/"))
                .toList();
        return new Tooling(System.getProperty("java.version"), flags, tool);
    }
}
