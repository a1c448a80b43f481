package dev.bengal.collector;

import dev.bengal.model.Tooling;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** Reads which JVM this is and how it was started. */
final class JvmTooling {
    private JvmTooling() {}

    static Tooling ofThisJvm(String tool) {
        List<String> flags = new ArrayList<>();
        for (String argument : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (argument.startsWith("-XX:SharedArchiveFile=") || argument.startsWith("-XX:AOTCache=")) {
                // Whether there is one decides what is allocated; where it lies, nothing.
                flags.add(argument.substring(0, argument.indexOf('=')));
            } else if (argument.startsWith("-X") && !argument.startsWith("-Xlog") && !argument.contains("/")) {
                flags.add(argument);
            }
        }
        return new Tooling(System.getProperty("java.version"), flags, tool);
    }
}
