package dev.bengal.maven;

import dev.bengal.collector.Instruments;
import java.util.concurrent.Callable;

/**
 * Makes ready what a recording needs, while Maven itself starts: the management beans, which take a while to load, and then
 * the classes that a build passes through.
 */
final class Preparation implements Callable<Instruments> {
    @Override
    public Instruments call() {
        Instruments instruments = Instruments.ofThisJvm();
        try {
            RecordedBuild.rehearse(instruments);
        } catch (RuntimeException | LinkageError e) {
            // Whatever is wrong will be said when it is done in earnest.
        }
        return instruments;
    }
}
