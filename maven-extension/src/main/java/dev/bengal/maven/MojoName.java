package dev.bengal.maven;

import org.apache.maven.plugin.MojoExecution;

/** What the goals of plugins are called: {@code compiler:compile}, or {@code antrun:run@stamp} where the POM names the execution. */
final class MojoName {
    private MojoName() {}

    static String of(MojoExecution mojo) {
        String execution = mojo.getExecutionId();
        String name = plugin(mojo.getArtifactId()) + ":" + mojo.getGoal();
        return execution == null || execution.startsWith("default-") ? name : name + "@" + execution;
    }

    /** The prefix that a command line would use for a plugin that is named as plugins should be. */
    private static String plugin(String artifact) {
        String name = between("maven-", artifact, "-plugin");
        return name.equals(artifact) ? between("", artifact, "-maven-plugin") : name;
    }

    /** What stands between the two; all of it where that is nothing, or they do not stand there. */
    private static String between(String prefix, String text, String suffix) {
        return text.length() > prefix.length() + suffix.length() && text.startsWith(prefix) && text.endsWith(suffix)
                ? text.substring(prefix.length(), text.length() - suffix.length())
                : text;
    }
}
