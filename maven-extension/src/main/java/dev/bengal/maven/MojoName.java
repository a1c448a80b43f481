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
        String name = artifact.replaceFirst("^maven-(.+)-plugin$", "$1").replaceFirst("^(.+)-maven-plugin$", "$1");
        return name.isBlank() ? artifact : name;
    }
}
