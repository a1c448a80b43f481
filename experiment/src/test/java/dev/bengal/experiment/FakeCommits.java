package dev.bengal.experiment;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.sample.SampleBuild;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Commits whose builds take what a test says, give or take a little that repeats itself. */
final class FakeCommits implements CommitBuilds {
    private static final double[] WOBBLE = {0, 1, -1, 2, -2};

    final List<String> built = new ArrayList<>();
    private final Map<String, Double> millis = new HashMap<>();
    private final Map<String, List<BuildMetrics>> recorded = new HashMap<>();
    private final Set<String> unbuildable = new HashSet<>();
    private int open;
    private int ids;

    static String hash(int commit) {
        return String.format("%040x", commit + 0xc0ffee00);
    }

    static List<String> hashes(int count) {
        return IntStream.range(0, count).mapToObj(FakeCommits::hash).toList();
    }

    FakeCommits takes(int commit, double wall) {
        millis.put(hash(commit), wall);
        return this;
    }

    FakeCommits breaks(int commit) {
        unbuildable.add(hash(commit));
        return this;
    }

    FakeCommits hasRecorded(int commit, int builds) {
        for (int i = 0; i < builds; i++) {
            recorded.computeIfAbsent(hash(commit), key -> new ArrayList<>()).add(made(hash(commit)));
        }
        return this;
    }

    /** The same under a load that made each take so long. */
    FakeCommits hasRecorded(int commit, int builds, double wall) {
        Double usual = millis.put(hash(commit), wall);
        hasRecorded(commit, builds);
        millis.compute(hash(commit), (hash, loaded) -> usual);
        return this;
    }

    /** How many checkouts nobody has closed. */
    int open() {
        return open;
    }

    private BuildMetrics made(String commit) {
        int number = ids++;
        double wall = millis.getOrDefault(commit, 100.0) + WOBBLE[number % WOBBLE.length];
        return SampleBuild.id("b" + number)
                .commit(commit)
                .millis(wall)
                .phase("parse", null, wall / 2)
                .build();
    }

    @Override
    public List<BuildMetrics> recorded(String commit, BuildMetrics like) {
        return recorded.getOrDefault(commit, List.of());
    }

    @Override
    public Checked open(String commit) {
        open++;
        return new Checked() {
            @Override
            public Attempt build() {
                if (unbuildable.contains(commit)) {
                    return new Attempt.Failed("exit code 1");
                }
                built.add(commit);
                return new Attempt.Built(made(commit));
            }

            @Override
            public void close() {
                open--;
            }
        };
    }

    @Override
    public String subject(String commit) {
        return "subject of " + commit.substring(32);
    }
}
