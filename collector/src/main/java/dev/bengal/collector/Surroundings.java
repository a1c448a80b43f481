package dev.bengal.collector;

import dev.bengal.model.BuildId;
import dev.bengal.model.CiRun;
import dev.bengal.model.Commit;
import dev.bengal.model.Environment;
import dev.bengal.model.Machine;
import dev.bengal.model.MachineLoad;
import dev.bengal.model.Tooling;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds out what a build cannot know of itself: the commit, the CI run, the machine. */
public interface Surroundings extends AutoCloseable {
    /** The variable that tells a process which recorded build started it: {@code parent_build} of its own record. */
    String PARENT_BUILD_VARIABLE = CiContext.PARENT_BUILD;

    /**
     * The property that tells a JVM the same where only its properties can be chosen, as those of the tests that Maven starts. Whoever
     * runs tests looks at it, and nobody else: a build in such a JVM is that of a test.
     */
    String PARENT_BUILD_PROPERTY = "bengal.parent-build";

    /**
     * Whether variables are those of a CI service, where a branch under test must not choose what is run and who is talked to.
     *
     * @param variables of a process
     */
    static boolean isCi(Map<String, String> variables) {
        return new CiContext(variables).isCi();
    }

    /** Looks at this process, its machine and the repository around it, on a thread of its own while the build runs. */
    static Surroundings ofThisProcess() {
        return new BackgroundSurroundings(CiContext.ofThisProcess());
    }

    /**
     * Looks at the machine and the repository around a command that is not part of this process, before it starts and after
     * it has ended: git is a child of this process too, and would be counted with the command.
     */
    static Surroundings ofCommand() {
        return new CommandSurroundings(CiContext.ofThisProcess());
    }

    /** Finds nothing. */
    static Surroundings unknown() {
        return new Surroundings() {
            @Override
            public void start(TrackedBuild build, Consumer<String> warnings) {}

            @Override
            public Findings findings() {
                Environment nowhere = new Environment(
                        "unknown",
                        new Machine(null, null, null, null, null, null, null),
                        new Tooling(null, List.of(), null),
                        MachineLoad.UNKNOWN);
                return new Findings(null, null, null, nowhere);
            }

            @Override
            public void close() {}
        };
    }

    /**
     * Begins to look; called once, when the build starts.
     *
     * @param warnings gets a sentence for what cannot be found out although it should
     */
    void start(TrackedBuild build, Consumer<String> warnings);

    /** What was found; called when the build ends. Waits a little where the search is not over, but not for ever. */
    Findings findings();

    @Override
    void close();

    /**
     * What was found.
     *
     * @param commit null outside a repository, or where git did not answer in time
     * @param ci null outside CI
     * @param parentBuild the recorded build that started this process, or null
     */
    record Findings(
            @Nullable Commit commit,
            @Nullable CiRun ci,
            @Nullable BuildId parentBuild,
            Environment environment) {}
}
