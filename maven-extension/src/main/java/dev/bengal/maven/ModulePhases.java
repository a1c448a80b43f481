package dev.bengal.maven;

import dev.bengal.collector.PerformanceCollector;
import dev.bengal.collector.Phase;
import dev.bengal.model.Outcome;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * A phase for each module, {@code module.core}, and below it one for each goal, {@code module.core.mojo.surefire:test}. A goal
 * that has others run before it, as forks, is the parent of those: its phase begins with the fork. Safe for use by several threads.
 */
final class ModulePhases {
    private final PerformanceCollector collector;
    private final ModuleNames names;
    private final Map<String, Phase> modules = new ConcurrentHashMap<>();
    private final Map<MojoExecution, Goal> open = new ConcurrentHashMap<>();
    private final Map<String, String> lifecycle = new ConcurrentHashMap<>();

    @SuppressWarnings("ThreadLocalUsage") // One for each build, of which a daemon has many.
    private final ThreadLocal<Deque<MojoExecution>> running = new Running();

    ModulePhases(PerformanceCollector collector, ModuleNames names) {
        this.collector = collector;
        this.names = names;
    }

    /** Maven 4 may begin several on one thread before it goes on with any. */
    void moduleStarted(MavenProject module) {
        String name = names.phase(module);
        modules.put(name, collector.topPhase(name));
    }

    /** So does each of its goals that is still open: of one whose dependencies are not found after its fork, Maven tells no end. */
    void moduleEnded(MavenProject module, Outcome outcome) {
        String name = names.phase(module);
        for (Map.Entry<MojoExecution, Goal> goal : open.entrySet()) {
            if (goal.getValue().module().equals(name)) {
                mojoEnded(goal.getKey(), outcome, null);
            }
        }
        close(modules.remove(name), outcome);
    }

    /** Also of a goal that forks, which Maven starts only after its fork; told of it again, nothing happens. */
    void mojoStarted(MavenProject module, MojoExecution mojo) {
        if (open.containsKey(mojo)) {
            return;
        }
        String of = names.phase(module);
        String name = of + ".mojo." + MojoName.of(mojo);
        Goal forking = innermost();
        Phase around = forking == null ? modules.get(of) : forking.phase();
        Phase opened = around == null ? collector.phase(name) : around.phase(name);
        String step = mojo.getLifecyclePhase();
        if (step != null) {
            lifecycle.put(name, of + ".phase." + step);
        }
        running.get().push(mojo);
        open.put(mojo, new Goal(forking == null ? of : forking.module(), opened));
    }

    /** What ended by now, on whichever thread, lies on this one's stack still. */
    private @Nullable Goal innermost() {
        Deque<MojoExecution> stack = running.get();
        while (!stack.isEmpty() && !open.containsKey(stack.peek())) {
            stack.pop();
        }
        return stack.isEmpty() ? null : open.get(stack.peek());
    }

    /** @param items what it worked through, or null where that is not known */
    void mojoEnded(MojoExecution mojo, Outcome outcome, @Nullable Long items) {
        Goal ended = open.remove(mojo);
        if (ended != null) {
            if (items != null) {
                ended.phase().recordItems(items);
            }
            close(ended.phase(), outcome);
        }
    }

    private static void close(@Nullable Phase phase, Outcome outcome) {
        if (phase != null) {
            phase.outcome(outcome);
            phase.close();
        }
    }

    /** In which phase of the lifecycle each goal ran, by the names of both. */
    Map<String, String> lifecycle() {
        return Map.copyOf(lifecycle);
    }

    /** @param module that Maven builds: of forked goals, that of the one that forked */
    private record Goal(String module, Phase phase) {}

    /** The goals that run on each thread, the innermost first. */
    private static final class Running extends ThreadLocal<Deque<MojoExecution>> {
        @Override
        protected Deque<MojoExecution> initialValue() {
            return new ArrayDeque<>();
        }
    }
}
