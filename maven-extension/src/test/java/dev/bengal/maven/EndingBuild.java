package dev.bengal.maven;

import dev.bengal.journal.MetricsDirectory;
import java.io.IOException;
import java.nio.file.Path;

/** A process that records a build. It says when the record is being saved, and when something ends the process. */
final class EndingBuild {
    private EndingBuild() {}

    public static void main(String[] arguments) throws IOException {
        SpiedBuild build = new SpiedBuild(Path.of(arguments[0]));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("going down")));
        Thread building = Thread.currentThread();
        Thread watch = new Thread(() -> {
            while (!isSaving(building)) {
                Thread.onSpinWait();
            }
            System.out.println("saving");
        });
        watch.setDaemon(true);
        watch.start();
        build.end();
    }

    private static boolean isSaving(Thread building) {
        for (StackTraceElement frame : building.getStackTrace()) {
            if (frame.getClassName().equals(MetricsDirectory.class.getName())
                    && frame.getMethodName().equals("save")) {
                return true;
            }
        }
        return false;
    }
}
