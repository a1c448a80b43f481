package dev.bengal.maven;

import java.io.IOException;
import java.nio.file.Path;

/** A process that records a build. It says when it begins to end it, and when something ends the process. */
final class EndingBuild {
    private EndingBuild() {}

    public static void main(String[] arguments) throws IOException {
        SpiedBuild build = new SpiedBuild(Path.of(arguments[0]));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("going down")));
        System.out.println("ending");
        build.end();
    }
}
