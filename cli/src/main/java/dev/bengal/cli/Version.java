package dev.bengal.cli;

import dev.bengal.collector.CollectorVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says: the program, which has one version with its collector, and the Java under it. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {
            "bengal " + CollectorVersion.NUMBER,
            "Java " + System.getProperty("java.version") + " (" + System.getProperty("java.vm.name") + ")"
        };
    }
}
