package dev.bengal.junit;

import dev.bengal.collector.Surroundings;
import dev.bengal.collector.TrackedBuild;
import dev.bengal.model.BuildId;
import java.util.function.Consumer;

/**
 * The surroundings of a run of tests that is a part of a recorded build of Maven. Another build around that one, which its environment
 * tells of, is the parent of the build.
 */
record WithinBuild(BuildId parent, Surroundings place) implements Surroundings {
    /** Of this process, whether or not there is such a build. */
    static Surroundings ofThisProcess() {
        Surroundings place = Surroundings.ofThisProcess();
        String parent = System.getProperty(PARENT_BUILD_PROPERTY, "");
        return parent.isBlank() ? place : new WithinBuild(new BuildId(parent), place);
    }

    @Override
    public void start(TrackedBuild build, Consumer<String> warnings) {
        place.start(build, warnings);
    }

    @Override
    public Findings findings() {
        Findings found = place.findings();
        return new Findings(found.commit(), found.ci(), parent, found.environment());
    }

    @Override
    public void close() {
        place.close();
    }
}
