package dev.bengal.cli;

import dev.bengal.collector.PerformanceCollector;
import dev.bengal.collector.TrackedBuild;
import dev.bengal.model.Scenario;
import dev.bengal.store.JournalStore;
import dev.bengal.store.sql.NativeLibrary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Runs the usual commands on a made-up site in one process, so that the JVM can note what they load: the training run for the launcher's
 * archive of class data. A class that no command meets here is not in the archive, so the site has what most sites have, and the history
 * is long enough to be judged.
 */
public final class TrainingRun {
    private static final int FIRST_BUILD = 10;
    private static final int STEP = 22;
    private static final int BUILDS = 34;

    private static final Pattern MEASURED =
            Pattern.compile("(\"(?:total_duration_ms|duration_ms|cpu_ms|allocated_mb|memory_peak_mb)\":)([0-9.]+)");

    private static final String CONFIGURATION = """
            title = "Site"
            base_url = "https://example.org/"

            [build]
            jobs = 1

            [perf.thresholds]
            time_growth_pct = 20.5
            """;

    private static final String PAGE = """
            ---
            title: Home
            tags: [one, two]
            ---

            # Home

            Some **words** with a [link](#more), `code`, and what follows.

            | a | b |
            |---|---|
            | 1 | 2 |

            ## More

            - one
                - two

            1. three

            See [there](guide/page.md), [[guide/page|here]], [below](guide/). ![Picture](p.svg)

            :::{note} Read *this*
            A [[guide]] with {icon}`star`.
            :::

            ```java
            int answer = 42;
            ```
            """;

    private static final String SECTION = """
            ---
            title: "Guide"
            description: "What it is for."
            weight: 1
            aliases:
              - /old/
            ---

            Words.
            """;

    private static final String SECOND = """
            ---
            title: "A page"
            date: 2026-01-02
            weight: 2
            tags:
              - one
              - three
            categories: [a]
            ---

            ## A **heading**

            See [home](../_index.md), [that](/guide/), <https://example.org> & [[nowhere]].

            > Quoted `code`.

            ### Below {#below}

            | a | b |
            |---|:-:|
            | [[guide|g]] | ~~2~~ |

            - [x] done
            """;

    private final Path site;
    private final Path library;

    private TrainingRun(Path site, Path library) {
        this.site = site;
        this.library = library;
    }

    /** Takes the folder for the site and the file for what the index is native by; neither may exist. Exits with 0 where every command did. */
    public static void main(String[] arguments) throws IOException {
        System.exit(new TrainingRun(Path.of(arguments[0]), Path.of(arguments[1])).run());
    }

    private int run() throws IOException {
        Files.createDirectories(site.resolve("content/guide"));
        Files.writeString(site.resolve("bengal.toml"), CONFIGURATION);
        Files.writeString(site.resolve("content/_index.md"), PAGE);
        Files.writeString(site.resolve("content/guide/_index.md"), SECTION);
        Files.writeString(site.resolve("content/guide/page.md"), SECOND);
        commit();
        int failures = command("build") + command("build") + command("build", "--full");
        failures += command("build", "--full", "--no-metrics");
        workBeside();
        Path history = site.resolve(".bengal-metrics/history.jsonl");
        lengthen(history, FIRST_BUILD, BUILDS);
        Path copy = Files.createDirectories(PerfTrainingRun.shortHistory(site));
        Files.copy(history, copy.resolve("history.jsonl"));
        failures += command("perf") + command("perf", "show") + command("config");
        lengthen(history, BUILDS, BUILDS + indexed(history));
        // Without it the driver tells at each question that it has none, and the history is read as it is.
        boolean unused = NativeLibrary.copyTo(library);
        return failures + command("perf") + command("perf", "-n", "all", "-f", "csv", "--metric", "total_duration_ms");
    }

    /** What a build does that has a long phase, which this site has not. */
    private void workBeside() {
        TrackedBuild build = new TrackedBuild("training", Scenario.SITE_FULL, site, List.of(), "bengal");
        try (PerformanceCollector collector = PerformanceCollector.timingOnly(build)) {
            collector.beside("training", () -> {});
        }
    }

    /** So many builds more, and the history is too long to be read without its index. */
    private static int indexed(Path history) throws IOException {
        int line = Files.readString(history).lines().findFirst().orElseThrow().length();
        return (int) JournalStore.SMALL / line + 1;
    }

    /** Most sites are in a repository. Without git, what reads its answers is not in the archive. */
    private void commit() {
        try {
            git("init", "-q");
            git("add", "-A");
            git("-c", "user.name=Training", "-c", "user.email=training@example.org", "commit", "-q", "-m", "Site");
        } catch (IOException e) {
            // There is no git on this machine.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** In this repository whatever is around: a home may be one itself, and a hook of git names its own to all that it starts. */
    private void git(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "git",
                "--git-dir=.git",
                "--work-tree=.",
                "-c",
                "core.hooksPath=/dev/null",
                "-c",
                "commit.gpgSign=false"));
        command.addAll(List.of(words));
        ProcessBuilder git = new ProcessBuilder(command)
                .directory(site.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        git.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        git.start().waitFor();
    }

    /** As it is typed in the folder itself, so that what looks for the project's root is learnt too. */
    private int command(String... words) {
        return Main.run(site, words);
    }

    /** More builds like the last one, in two levels: each of a commit of its own, and every third on another machine. */
    private static void lengthen(Path history, int first, int end) throws IOException {
        List<String> lines = Files.readAllLines(history);
        String last = lines.get(lines.size() - 1);
        Instant now = Instant.now();
        List<String> more = new ArrayList<>();
        for (int i = first; i < end; i++) {
            String build = withText(last, "build_id", "training-" + i);
            build = withText(build, "timestamp", now.plus(i, ChronoUnit.MINUTES).toString());
            build = withText(build, "git_commit", String.format(Locale.ROOT, "%040x", i));
            build = withText(
                    build, "git_commit_time", now.plus(i, ChronoUnit.MINUTES).toString());
            build = withText(build, "fingerprint", i % 3 == 0 ? "other" : "usual");
            more.add(measured(build, i));
        }
        Files.write(history, more, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    }

    private static String withText(String build, String field, String text) {
        return build.replaceFirst("\"" + field + "\":\"[^\"]*\"", "\"" + field + "\":\"" + text + "\"");
    }

    private static String measured(String build, int i) {
        double factor = (i < STEP ? 1 : 1.5) + Math.floorMod(i * 7, 5) / 100.0;
        return MEASURED.matcher(build)
                .replaceAll(found -> found.group(1)
                        + String.format(Locale.ROOT, "%.3f", 0.01 + factor * Double.parseDouble(found.group(2))));
    }
}
