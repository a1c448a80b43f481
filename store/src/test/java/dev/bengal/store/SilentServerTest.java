package dev.bengal.store;

import static dev.bengal.store.BuildStoreContract.ids;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.journal.Journal;
import dev.bengal.model.sample.SampleBuild;
import dev.bengal.store.sql.SqlStore;
import dev.bengal.store.sql.StoreUrl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that takes a connection and then says nothing: the kernel accepts, and nobody reads. */
class SilentServerTest {
    @TempDir
    private Path folder;

    @Test
    void silence_costsOneWarningAndNoBuild() throws IOException {
        Journal journal = new Journal(folder.resolve("history.jsonl"));
        List<String> warnings = new ArrayList<>();
        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            StoreUrl url =
                    StoreUrl.parse("postgresql://bengal@127.0.0.1:" + server.getLocalPort() + "/db?sslmode=disable");
            SqlStore silent = new SqlStore(url, Map.of(), "docs", Duration.ofSeconds(1));
            DeliveringStore store = new DeliveringStore(
                    new JournalStore(journal, "docs"),
                    silent,
                    new Outbox(journal, silent),
                    Duration.ofHours(1),
                    warnings::add);

            store.append(SampleBuild.id("a").build());
            store.append(SampleBuild.id("b").start("2026-04-01T00:00:00Z").build());

            assertThat(ids(store.latest(BuildFilter.ALL, 9))).containsExactly("a", "b");
        }
        assertThat(warnings)
                .singleElement()
                .asString()
                .contains("cannot be reached", "What is recorded here is kept and delivered later");
    }
}
