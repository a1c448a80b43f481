package dev.bengal.site.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With real files, and waiting for what the system tells of them. */
@Timeout(60)
class SourceWatchTest {
    @TempDir
    private Path folder;

    private Path root;
    private SourceWatch watch;
    private final List<String> warnings = new ArrayList<>();

    @BeforeEach
    void open() throws IOException {
        root = Files.createDirectories(folder.resolve("site"));
        put("content/a.md");
        watch = SourceWatch.open(root, warnings::add);
    }

    @AfterEach
    void close() {
        watch.close();
    }

    private void put(String file) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "text of " + file);
    }

    private List<String> next() throws InterruptedException {
        return watch.next().orElseThrow().files();
    }

    /** Until all of these were told of, in whichever steps. */
    private void expect(String... files) throws InterruptedException {
        List<String> missing = new ArrayList<>(List.of(files));
        while (!missing.isEmpty()) {
            List<String> told = next();
            assertThat(told).isSubsetOf(files);
            missing.removeAll(told);
        }
    }

    @Test
    void files_areToldOfWhenTheyAreChangedMadeAndDeleted() throws Exception {
        put("content/a.md");
        expect("content/a.md");

        put("content/b.md");
        expect("content/b.md");

        Files.delete(root.resolve("content/a.md"));
        expect("content/a.md");
        assertThat(warnings).isEmpty();
    }

    @Test
    void renamedFile_isToldOfByBothNames() throws Exception {
        Files.move(root.resolve("content/a.md"), root.resolve("content/c.md"));

        expect("content/a.md", "content/c.md");
    }

    @Test
    void foldersThatAreMadeLater_areWatched() throws Exception {
        put("content/new/inner/b.md");
        expect("content/new/inner/b.md");

        put("content/new/inner/c.md");
        expect("content/new/inner/c.md");
    }

    @Test
    void folderThatIsMovedHere_isToldOfWithItsFiles() throws Exception {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("x.md"), "x");
        Files.move(elsewhere, root.resolve("content/moved"));

        expect("content/moved/x.md");
    }

    @Test
    void sourceFolders_areWatchedAlsoWhereTheyWereMissing() throws Exception {
        put("templates/page.html");
        expect("templates/page.html");

        Files.delete(root.resolve("templates/page.html"));
        Files.delete(root.resolve("templates"));
        expect("templates/page.html", "templates");

        put("templates/home.html");
        expect("templates/home.html");
    }

    @Test
    void configuration_isASource() throws Exception {
        put("bengal.toml");
        expect("bengal.toml");
    }

    @Test
    void outputAndPassingFiles_areNoSources() throws Exception {
        put("public/a/index.html");
        put(".bengal-cache/memory.bin");
        put(".bengal-metrics/history.jsonl");
        put("notes.txt");
        put("content/.a.md.swp");
        put("content/a.md~");
        put("content/4913");
        put("content/last.md");

        expect("content/last.md");
    }

    @Test
    void linkedFolder_isFollowed() throws Exception {
        Path shared = Files.createDirectories(folder.resolve("shared"));
        Files.writeString(shared.resolve("x.md"), "x");
        Files.createSymbolicLink(root.resolve("content/shared"), shared);
        expect("content/shared/x.md");

        Files.writeString(shared.resolve("y.md"), "y");
        expect("content/shared/y.md");
    }

    @Test
    void loopOfLinks_isEndured() throws Exception {
        Files.createDirectories(root.resolve("content/deep"));
        Files.createSymbolicLink(root.resolve("content/deep/up"), root.resolve("content"));
        put("content/deep/b.md");

        List<String> told = new ArrayList<>();
        while (!told.contains("content/deep/b.md")) {
            told.addAll(next());
        }
        assertThat(warnings).isEmpty();
    }

    /** The system gives up counting after some hundred: then it is said that anything may have changed. */
    @Test
    void changeOfVeryManyFiles_isToldWhole() throws Exception {
        List<String> all = IntStream.range(0, 2000)
                .mapToObj(number -> "content/p" + number + ".md")
                .toList();
        for (String file : all) {
            Files.writeString(root.resolve(file), "x");
        }

        List<String> told = new ArrayList<>();
        boolean isAnything = false;
        while (!isAnything && !told.containsAll(all)) {
            SourceChange change = watch.next().orElseThrow();
            told.addAll(change.files());
            isAnything = change.isAnything();
        }
    }

    @Test
    void close_endsTheWait() {
        CompletableFuture<Optional<SourceChange>> waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return watch.next();
            } catch (InterruptedException e) {
                throw new CompletionException(e);
            }
        });
        watch.close();

        assertThat(waiting.join()).isEmpty();
    }

    @Test
    void polling_endsWhenItIsClosed() throws Exception {
        SourceWatch polling = SourceWatch.polling(root, warnings::add);
        polling.close();

        assertThat(polling.next()).isEmpty();
    }
}
