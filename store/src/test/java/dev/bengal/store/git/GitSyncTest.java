package dev.bengal.store.git;

import static dev.bengal.store.git.Checkout.build;
import static dev.bengal.store.git.Checkout.git;
import static dev.bengal.store.git.Checkout.onBranch;
import static dev.bengal.store.git.Checkout.pruned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bengal.store.SharedStoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real repositories, several clones of one. */
class GitSyncTest {
    @TempDir
    private Path folder;

    private Path remote;
    private Checkout one;
    private Checkout other;

    @BeforeEach
    void cloneTwice() {
        remote = Checkout.remote(folder);
        one = Checkout.cloned(remote, folder.resolve("one"));
        other = Checkout.cloned(remote, folder.resolve("other"));
    }

    @Test
    void histories_meetOnTheBranchEachLineOnce() {
        String event =
                "{\"schema_version\":1,\"event\":\"excluded\",\"event_id\":\"e\",\"timestamp\":\"2026-03-04T00:00:00Z\","
                        + "\"build_id\":\"a\",\"why\":\"a test\"}";
        one.records(build("a", "2026-03-31"), build("b", "2026-04-01"), event);
        other.records(build("c", "2026-04-02"), build("a", "2026-03-31"));

        assertThat(one.sync().sent()).isEqualTo(3);
        GitSync.Result second = other.sync();
        GitSync.Result third = one.sync();

        assertThat(second).extracting("broughtBuilds", "broughtEvents", "sent").containsExactly(1L, 1L, 1L);
        assertThat(third).extracting("broughtBuilds", "broughtEvents", "sent").containsExactly(1L, 0L, 0L);
        assertThat(one.lines())
                .containsExactlyInAnyOrderElementsOf(other.lines())
                .hasSize(4);
        assertThat(Checkout.files(remote))
                .containsExactly("2026-03.jsonl", "2026-04.jsonl", "bengal-history.json", "events.jsonl");
        assertThat(onBranch(remote)).containsExactlyInAnyOrderElementsOf(one.lines());
        String tip = git(remote, "rev-parse", "bengal-metrics");
        one.sync();
        assertThat(git(remote, "rev-parse", "bengal-metrics"))
                .as("nothing new, no commit")
                .isEqualTo(tip);
    }

    @Test
    void jobsAtOnce_allArriveOnce() throws Exception {
        syncAtOnce(4);
    }

    /** Each waits for all that are faster: twice the jobs take four times as long. */
    @Test
    @Tag("heavy")
    void manyJobsAtOnce_allArriveOnce() throws Exception {
        syncAtOnce(8);
    }

    private void syncAtOnce(int jobs) throws Exception {
        List<Checkout> clones = IntStream.range(0, jobs)
                .mapToObj(job -> Checkout.cloned(remote, folder.resolve("job" + job))
                        .records(build("own" + job, "2026-03-0" + (job + 1)), build("shared", "2026-03-01")))
                .toList();
        ExecutorService pool = Executors.newFixedThreadPool(jobs);
        try {
            List<Callable<GitSync.Result>> tasks = clones.stream()
                    .<Callable<GitSync.Result>>map(clone -> clone::sync)
                    .toList();
            for (Future<GitSync.Result> result : pool.invokeAll(tasks)) {
                result.get();
            }
        } finally {
            pool.shutdown();
        }

        List<String> expected = new ArrayList<>(List.of(build("shared", "2026-03-01")));
        IntStream.range(0, jobs).forEach(job -> expected.add(build("own" + job, "2026-03-0" + (job + 1))));
        assertThat(onBranch(remote)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(git(remote, "rev-list", "--count", "bengal-metrics").strip()).isEqualTo("" + jobs);
    }

    /** Both then have the same commit, and who tells of what is in it must be one of them. */
    @Test
    void fasterJob_thatBroughtTheSameLinesInTheSameSecondIsTheOneThatSentThem() {
        Path git = folder.resolve("outrun-git");
        Checkout.write(
                git,
                "#!/bin/sh\ncase \" $* \" in *' push '*) if mkdir '" + folder
                        + "/raced' 2>/dev/null; then git \"$@\" >/dev/null; fi;; esac\nexec git \"$@\"\n");
        assertThat(git.toFile().setExecutable(true)).isTrue();
        one.records(build("a", "2026-03-01"));

        GitSync.Result result = one.sync(git);

        assertThat(result.sent()).isZero();
        assertThat(one.pauses).hasSize(1);
        assertThat(onBranch(remote)).containsExactly(build("a", "2026-03-01"));
    }

    @Test
    void fasterJob_isWaitedForAndItsBuildsStay() {
        one.records(build("a", "2026-03-01")).sync();
        String first = git(remote, "rev-parse", "bengal-metrics").strip();
        other.records(build("b", "2026-03-02")).sync();
        String second = git(remote, "rev-parse", "bengal-metrics").strip();
        git(remote, "update-ref", "refs/heads/bengal-metrics", first);
        // A git that lets the other job win the race when we are about to push for the first time.
        Path git = folder.resolve("slow-git");
        Checkout.write(
                git,
                "#!/bin/sh\ncase \" $* \" in *' push '*) if mkdir '" + folder
                        + "/raced' 2>/dev/null; then git --git-dir '" + remote
                        + "' update-ref refs/heads/bengal-metrics " + second + "; fi;; esac\nexec git \"$@\"\n");
        assertThat(git.toFile().setExecutable(true)).isTrue();
        one.records(build("c", "2026-03-03"));

        GitSync.Result result = one.sync(git);

        assertThat(one.pauses)
                .singleElement()
                .satisfies(pause -> assertThat(pause.toMillis()).isBetween(50L, 100L));
        assertThat(result).extracting("broughtBuilds", "sent").containsExactly(1L, 1L);
        assertThat(onBranch(remote))
                .containsExactly(build("a", "2026-03-01"), build("b", "2026-03-02"), build("c", "2026-03-03"));
    }

    @Test
    void threadsInOneClone_doNotDisturbEachOther() throws Exception {
        one.records(IntStream.range(0, 20)
                .mapToObj(i -> build("b" + i, "2026-03-05"))
                .toArray(String[]::new));
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            for (Future<GitSync.Result> result :
                    pool.invokeAll(List.<Callable<GitSync.Result>>of(one::sync, one::sync, one::sync))) {
                result.get();
            }
        } finally {
            pool.shutdown();
        }

        assertThat(onBranch(remote))
                .containsExactlyInAnyOrderElementsOf(one.lines())
                .hasSize(20);
    }

    @Test
    void workingTreeIndexAndBranches_areNotTouched() throws IOException {
        Checkout.write(one.folder().resolve("staged.txt"), "staged\n");
        one.git("add", "staged.txt");
        Checkout.write(one.folder().resolve("a.txt"), "changed\n");
        Checkout.write(one.folder().resolve("untracked.txt"), "new\n");
        Path hook = one.folder().resolve(".git/hooks/pre-push");
        Checkout.write(hook, "#!/bin/sh\nexit 1\n");
        assertThat(hook.toFile().setExecutable(true)).isTrue();
        byte[] index = Files.readAllBytes(one.folder().resolve(".git/index"));
        String status = one.git("status", "--porcelain");
        String branches = one.git("branch", "--list");
        other.records(build("x", "2026-03-05")).sync();
        one.records(build("a", "2026-03-05")).sync();

        assertThat(Files.readAllBytes(one.folder().resolve(".git/index"))).isEqualTo(index);
        assertThat(one.git("status", "--porcelain")).isEqualTo(status).contains("A  staged.txt", " M a.txt");
        assertThat(one.git("branch", "--list")).isEqualTo(branches);
        assertThat(one.folder().resolve(".git/FETCH_HEAD")).doesNotExist();
        assertThat(one.git("stash", "list")).isEmpty();
        assertThat(git(remote, "log", "--format=%an %ae", "bengal-metrics").lines())
                .containsOnly("Bengal bengal@localhost");
    }

    @Test
    void damagedBranch_isReadAsFarAsItGoesAndNeverWritten() {
        one.records(build("a", "2026-03-31"), build("b", "2026-04-01")).sync();
        alter("2026-03.jsonl", build("a", "2026-03-31") + "\n{\"torn\n<<<<<<< ours\n");
        String tip = git(remote, "rev-parse", "bengal-metrics");
        other.records(build("c", "2026-04-02"));

        assertThatThrownBy(other::sync)
                .isInstanceOf(SharedStoreException.class)
                .hasMessageStartingWith(
                        "the branch bengal-metrics of origin is damaged and was not touched: 2026-03.jsonl:2: ")
                .hasMessageContaining("2026-03.jsonl:3");
        assertThat(git(remote, "rev-parse", "bengal-metrics")).isEqualTo(tip);
        assertThat(other.lines()).hasSize(3);
    }

    @Test
    void foreignBranch_isLeftAlone() {
        one.git("push", "-q", "origin", "main:bengal-metrics");
        String tip = git(remote, "rev-parse", "bengal-metrics");

        assertThatThrownBy(one.records(build("a", "2026-03-31"))::sync)
                .isInstanceOf(SharedStoreException.class)
                .hasMessageContaining("is no history", "It was not touched");
        assertThat(git(remote, "rev-parse", "bengal-metrics")).isEqualTo(tip);
    }

    @Test
    void newerFormat_isLeftAloneAndOtherFilesStay() {
        one.records(build("a", "2026-03-31")).sync();
        alter("README.md", "What this is.\n");
        other.records(build("b", "2026-03-30")).sync();
        assertThat(Checkout.files(remote)).contains("README.md");
        assertThat(onBranch(remote)).hasSize(2);

        alter("bengal-history.json", "{\"format\":2}\n");
        assertThatThrownBy(other::sync).hasMessageContaining("newer Bengal");
    }

    /** Somebody changes a file of the branch by hand. */
    private void alter(String file, String text) {
        Path hand = folder.resolve("hand" + file);
        git(folder, "clone", "-q", "-b", "bengal-metrics", remote.toString(), hand.toString());
        Checkout.write(hand.resolve(file), text);
        git(hand, "add", ".");
        git(hand, "commit", "-q", "-m", "by hand");
        git(hand, "push", "-q");
    }

    @Test
    @Tag("heavy")
    void tombstones_travelAndThinTheBranch() {
        one.records(build("a", "2026-03-30"), build("b", "2026-03-31"), build("c", "2026-02-01"))
                .sync();
        other.sync();
        String before = git(remote, "rev-parse", "bengal-metrics").strip();
        other.records(pruned("t", "a", "c"));

        GitSync.Result result = other.sync();

        assertThat(result.removed()).isEqualTo(2);
        assertThat(onBranch(remote)).containsExactly(build("b", "2026-03-31"), pruned("t", "a", "c"));
        assertThat(Checkout.files(remote)).doesNotContain("2026-02.jsonl");
        assertThat(git(remote, "rev-list", "--count", "bengal-metrics").strip())
                .as("what is gone is in no commit any more than " + before)
                .isEqualTo("1");
        assertThat(one.sync()).extracting("broughtEvents", "sent", "removed").containsExactly(1L, 0L, 0L);
        Checkout late = Checkout.cloned(remote, folder.resolve("late")).records(build("a", "2026-03-30"));
        late.sync();
        assertThat(onBranch(remote)).doesNotContain(build("a", "2026-03-30"));
    }

    @Test
    @Tag("heavy")
    void branchThatMayOnlyGrow_isThinnedByACommitMore() {
        one.records(build("a", "2026-03-30"), build("b", "2026-03-31")).sync();
        git(remote, "config", "receive.denyNonFastForwards", "true");
        one.records(pruned("t", "a"));

        assertThat(one.sync().removed()).isEqualTo(1);
        assertThat(onBranch(remote)).containsExactly(build("b", "2026-03-31"), pruned("t", "a"));
        assertThat(git(remote, "rev-list", "--count", "bengal-metrics").strip()).isEqualTo("2");
    }

    /** As rules of GitHub and GitLab do, whose refusals have words of their own. */
    @Test
    void ruleAgainstReplacing_leavesTheCommitsAndTakesTheRest() {
        one.records(build("a", "2026-03-30"), build("b", "2026-03-31")).sync();
        Path hook = remote.resolve("hooks/update");
        Checkout.write(hook, "#!/bin/sh\ngit merge-base --is-ancestor \"$2\" \"$3\"\n");
        assertThat(hook.toFile().setExecutable(true)).isTrue();
        one.records(pruned("t", "a"));

        assertThat(one.sync().removed()).isEqualTo(1);
        assertThat(onBranch(remote)).containsExactly(build("b", "2026-03-31"), pruned("t", "a"));
        one.records(build("c", "2026-03-31")).sync(new GitSync.Settings(ShardWriter.FULL, 2));
        assertThat(onBranch(remote))
                .containsExactlyInAnyOrderElementsOf(one.lines().subList(1, 4));
        assertThat(git(remote, "rev-list", "--count", "bengal-metrics").strip()).isEqualTo("3");
        assertThat(one.pauses).isEmpty();
    }

    @Test
    void serverThatDidNotAnswer_isNoRuleAgainstReplacing() throws IOException {
        one.records(build("a", "2026-03-30"), build("b", "2026-03-31")).sync();
        Path lost = folder.resolve("lost");
        Path server = folder.resolve("receive-pack");
        Checkout.write(
                server,
                "#!/bin/sh\nif test -e '" + lost + "'; then exec git receive-pack \"$@\"; fi\ntouch '" + lost
                        + "'\nexit 1\n");
        assertThat(server.toFile().setExecutable(true)).isTrue();
        one.git("config", "remote.origin.receivepack", server.toString());
        one.records(pruned("t", "a"));

        assertThatThrownBy(one::sync).hasMessageContaining("bengal-metrics of origin cannot be written");
        assertThat(onBranch(remote)).contains(build("a", "2026-03-30"));
        one.sync();

        assertThat(onBranch(remote)).containsExactly(build("b", "2026-03-31"), pruned("t", "a"));
        assertThat(git(remote, "rev-list", "--count", "bengal-metrics").strip()).isEqualTo("1");
    }

    @Test
    void remoteThatTakesNeitherWay_leavesBothReasons() {
        one.records(build("a", "2026-03-30"), build("b", "2026-03-31")).sync();
        git(remote, "config", "receive.denyNonFastForwards", "true");
        Path hook = remote.resolve("hooks/update");
        Checkout.write(hook, "#!/bin/sh\necho 'frozen' >&2\nexit 1\n");
        assertThat(hook.toFile().setExecutable(true)).isTrue();
        one.records(pruned("t", "a"));

        assertThatThrownBy(one::sync)
                .hasMessageContaining("frozen")
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .singleElement()
                        .asString()
                        .contains("non-fast-forward"));
    }

    /** Which git says as it says that a branch is protected. */
    @Test
    void remoteWithoutRoom_isAskedOnce() {
        one.records(build("a", "2026-03-30"), build("b", "2026-03-31")).sync();
        git(remote, "config", "receive.maxInputSize", "1");
        one.records(pruned("t", "a"));

        assertThatThrownBy(one::sync).hasMessageContaining("unpacker error").hasNoSuppressedExceptions();
    }

    @Test
    @Tag("heavy")
    void longBranch_beginsAnewAndFullPartsAreFollowedByOthers() {
        GitSync.Settings settings = new GitSync.Settings(300, 3);
        for (int i = 0; i < 5; i++) {
            one.records(build("a" + i, "2026-03-30")).sync(settings);
        }

        assertThat(git(remote, "rev-list", "--count", "bengal-metrics").strip()).isEqualTo("2");
        assertThat(Checkout.files(remote)).containsExactly("2026-03.2.jsonl", "2026-03.jsonl", "bengal-history.json");
        assertThat(onBranch(remote)).containsExactlyInAnyOrderElementsOf(one.lines());
        assertThat(other.sync(settings).broughtBuilds()).isEqualTo(5);
    }

    @Test
    void shallowClone_syncsAndStaysAsShallow() throws IOException {
        Checkout shallow = Checkout.cloned(remote, folder.resolve("shallow"), "--depth", "1");
        String before = Files.readString(shallow.folder().resolve(".git/shallow"));
        one.records(build("a", "2026-03-30")).sync();
        one.records(build("b", "2026-03-30")).sync();

        GitSync.Result result = shallow.records(build("c", "2026-03-30")).sync();

        assertThat(result).extracting("broughtBuilds", "sent").containsExactly(2L, 1L);
        assertThat(Files.readString(shallow.folder().resolve(".git/shallow"))).isEqualTo(before);
        assertThat(shallow.git("rev-list", "--count", "HEAD").strip()).isEqualTo("1");
        assertThat(onBranch(remote)).hasSize(3);
    }

    @Test
    void fetchOnly_sendsNothing() {
        other.records(build("b", "2026-03-30")).sync();
        String tip = git(remote, "rev-parse", "bengal-metrics");

        GitSync.Result result =
                one.records(build("a", "2026-03-30")).sync("origin", GitSync.Settings.USUAL, GitSync.Direction.FETCH);

        assertThat(result).extracting("broughtBuilds", "sent").containsExactly(1L, 0L);
        assertThat(git(remote, "rev-parse", "bengal-metrics")).isEqualTo(tip);
    }

    @Test
    void localDamage_staysHere() {
        GitSync.Result result = one.records(build("a", "2026-03-30"), "{\"torn").sync();

        assertThat(result.findings()).singleElement().asString().contains("history.jsonl:2");
        assertThat(onBranch(remote)).containsExactly(build("a", "2026-03-30"));
    }

    @Test
    void unreachableRemotes_areNamedWithoutUserinfo() {
        one.git("remote", "set-url", "origin", "https://jane:s3cret@localhost:1/x.git");

        assertThatThrownBy(one.records(build("a", "2026-03-30"))::sync)
                .isInstanceOf(SharedStoreException.class)
                .hasMessageStartingWith("origin cannot be asked: ")
                .message()
                .doesNotContain("s3cret", "jane");
        assertThatThrownBy(() -> one.sync(
                        "https://jane:s3@cret@localhost:1/x.git", GitSync.Settings.USUAL, GitSync.Direction.BOTH))
                .hasMessageStartingWith("https://localhost:1/x.git cannot be asked")
                .message()
                .doesNotContain("cret", "jane");
        assertThatThrownBy(() -> other.sync("nowhere", GitSync.Settings.USUAL, GitSync.Direction.BOTH))
                .hasMessageContaining("nowhere cannot be asked", "--remote chooses one");
        assertThatThrownBy(() -> other.sync("--upload-pack=touch x", GitSync.Settings.USUAL, GitSync.Direction.BOTH))
                .hasMessageContaining("is no remote");
    }

    @Test
    void refusingRemote_isToldAtOnce() {
        Path hook = remote.resolve("hooks/pre-receive");
        Checkout.write(hook, "#!/bin/sh\necho 'no histories here' >&2\nexit 1\n");
        assertThat(hook.toFile().setExecutable(true)).isTrue();

        assertThatThrownBy(one.records(build("a", "2026-03-30"))::sync)
                .isInstanceOf(SharedStoreException.class)
                .hasMessageStartingWith(
                        "the branch bengal-metrics of origin cannot be written: [remote rejected] (pre-receive hook declined); error: ")
                .hasMessageEndingWith("; remote: no histories here. What is recorded stays here.");
        assertThat(one.pauses).isEmpty();
    }

    /** The program ends when it is killed, and no sooner. */
    @Test
    void gitThatDoesNotAnswer_isSaidBeforeWhatTheServerSaid() throws IOException {
        Path silent = folder.resolve("silent-git");
        Checkout.write(silent, "#!/bin/sh\nexec tail -f /dev/null\n");
        assertThat(silent.toFile().setExecutable(true)).isTrue();

        GitCommand.Answer answer = new GitCommand(silent.toString(), folder, folder, Duration.ZERO).run("push");

        assertThat(answer.isGood()).isFalse();
        assertThat(answer.words()).startsWith("no answer within 0 minutes; ");
    }

    @Test
    void folderWithoutRepositoryAndMachineWithoutGit_areSentences() {
        Checkout plain = new Checkout(folder.resolve("plain")).records(build("a", "2026-03-30"));

        assertThatThrownBy(plain::sync).hasMessageContaining("is in no git repository", "'sync --git' keeps");
        assertThatThrownBy(() -> new GitSync(
                                one.journal(),
                                one.folder(),
                                "/nowhere/git",
                                pause -> {},
                                new Random(1),
                                GitSync.Settings.USUAL)
                        .run("origin", "bengal-metrics", GitSync.Direction.BOTH))
                .hasMessageContaining("git cannot be run");
        assertThatThrownBy(() -> new RemoteBranch("origin", "--force")).hasMessageContaining("is no branch");
    }
}
