package dev.bengal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bengal.cli.terminal.CommandException;
import dev.bengal.store.Delivery;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bengal perf sync --git}; what the branch then holds is tested where it is written. */
class SyncBranchTest {
    @TempDir
    private Path folder;

    private Path one;
    private Path other;

    @BeforeEach
    void cloneTwice() throws Exception {
        git("init", "-q", "--bare", "remote.git");
        git("clone", "-q", "remote.git", "one");
        git("clone", "-q", "remote.git", "other");
        one = folder.resolve("one");
        other = folder.resolve("other");
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        Git.run(folder, arguments);
    }

    private Terminal.Run sync(Path clone, String... options) {
        String[] arguments = new String[options.length + 3];
        System.arraycopy(new String[] {"perf", "sync", "--git"}, 0, arguments, 0, 3);
        System.arraycopy(options, 0, arguments, 3, options.length);
        return new Terminal(clone).run(arguments);
    }

    @Test
    void sync_bringsAHistoryToTheOtherClone() {
        new HandWritten(one).quiet().write();

        assertThat(sync(one).out())
                .isEqualTo("Brought in 0 builds from the branch bengal-metrics of origin, and sent 10 lines.\n");
        assertThat(sync(other).out())
                .isEqualTo("Brought in 10 builds from the branch bengal-metrics of origin, and sent none.\n");
        assertThat(new Terminal(other).run("perf", "-n", "all").out()).contains("10 comparable builds");
    }

    @Test
    void fetching_saysWhetherThereIsABranch() {
        assertThat(sync(other, "--fetch-only").out())
                .isEqualTo(
                        "There is no history yet on the branch bengal-metrics of origin; a sync that sends makes it.\n");
        new HandWritten(one).quiet().write();
        sync(one);
        assertThat(sync(other, "--fetch-only").out())
                .isEqualTo("Brought in 10 builds from the branch bengal-metrics of origin.\n");
    }

    @Test
    void otherNames_areTaken() {
        new HandWritten(one).quiet().write();

        assertThat(sync(one, "--branch", "perf/history", "--remote", "../remote.git")
                        .out())
                .contains("the branch perf/history of ../remote.git");
        assertThat(sync(other, "--branch", "perf/history", "--fetch-only").out())
                .contains("Brought in 10 builds");
    }

    /** As where a prune put another history in its place while it was delivered. */
    @Test
    void deliveryThatIsNotWhole_isNoSuccess() {
        assertThatThrownBy(() -> SyncCommand.sentence(new Delivery(0, 0, false), "postgresql://host/builds"))
                .isInstanceOf(CommandException.class)
                .hasMessage("0 builds were new to postgresql://host/builds, and there is more: the history was written"
                        + " anew meanwhile. Run it again.");
        assertThat(SyncCommand.sentence(new Delivery(3, 1, true), "postgresql://host/builds"))
                .isEqualTo("3 builds and 1 event were new to postgresql://host/builds.");
    }

    @Test
    void optionsThatDoNotGoTogether_areRefused() {
        assertThat(sync(one, "--all").err()).contains("--all is for a database");
        Terminal.Run run = new Terminal(one).run("perf", "sync", "--fetch-only");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("need --git");
    }

    @Test
    void remoteThatIsNone_isASentence() {
        Terminal.Run run = sync(one, "--remote", "upstream");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().lines()).singleElement().asString().startsWith("bengal: upstream cannot be asked: ");
    }
}
