package dev.bengal.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositoryEvent;
import org.eclipse.aether.RepositoryEvent.EventType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadsTest {
    @TempDir
    private Path folder;

    private long nanos;
    private final Downloads downloads = new Downloads(() -> nanos);
    private Path jar;

    @BeforeEach
    void jar() throws IOException {
        jar = Files.write(folder.resolve("a.jar"), new byte[1 << 20]);
    }

    private void at(long millis, EventType type) {
        nanos = millis * 1_000_000;
        downloads.happened(event(type).build());
    }

    private RepositoryEvent.Builder event(EventType type) {
        return new RepositoryEvent.Builder(new DefaultRepositorySystemSession(), type).setFile(jar.toFile());
    }

    private Map<String, Double> measured() {
        return downloads.measurements().stream()
                .collect(Collectors.toMap(one -> one.metric().name(), one -> one.value()));
    }

    /** Two artifacts that are looked for 10-40 and 20-60, one of which is fetched 25-35. */
    @Test
    void times_areThoseInWhichSomethingWasUnderWay() {
        at(10, EventType.ARTIFACT_RESOLVING);
        at(20, EventType.ARTIFACT_RESOLVING);
        at(25, EventType.ARTIFACT_DOWNLOADING);
        at(35, EventType.ARTIFACT_DOWNLOADED);
        at(40, EventType.ARTIFACT_RESOLVED);
        at(60, EventType.ARTIFACT_RESOLVED);
        at(90, EventType.METADATA_RESOLVING);
        at(100, EventType.METADATA_DOWNLOADING);
        at(105, EventType.METADATA_DOWNLOADED);
        nanos = 500_000_000;

        assertThat(measured())
                .isEqualTo(Map.of(
                        "resolution.duration_ms", 50.0,
                        "downloads.duration_ms", 15.0,
                        "downloads.count", 1.0,
                        "downloads.size_mb", 1.0));
        assertThat(downloads.isAny()).isTrue();
    }

    @Test
    void downloadThatFailed_isNone() {
        at(0, EventType.ARTIFACT_DOWNLOADING);
        nanos = 7_000_000;
        downloads.happened(event(EventType.ARTIFACT_DOWNLOADED)
                .setException(new IOException("404"))
                .build());

        assertThat(downloads.isAny()).isFalse();
        assertThat(measured()).containsEntry("downloads.duration_ms", 7.0).containsEntry("downloads.count", 0.0);
    }

    @Test
    void endWithoutABeginning_doesNothing() {
        at(5, EventType.ARTIFACT_RESOLVED);
        at(10, EventType.ARTIFACT_RESOLVING);
        at(15, EventType.ARTIFACT_RESOLVED);

        assertThat(measured()).containsEntry("resolution.duration_ms", 5.0);
    }
}
