package dev.bengal.maven;

import dev.bengal.collector.Ticker;
import dev.bengal.model.Measurement;
import java.io.File;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.aether.RepositoryEvent;

/**
 * What was fetched from repositories, and how long it took to find artifacts. Not to find metadata: Maven 4 begins that now and
 * then without ever telling of an end. Times are those in which at
 * least one was under way. Safe for use by several threads.
 */
final class Downloads {
    private static final String SOURCE = "events of Maven's resolver";
    private static final double BYTES_PER_MEBIBYTE = 1024.0 * 1024.0;

    private final BusyTime resolving;
    private final BusyTime fetching;
    private final LongAdder artifacts = new LongAdder();
    private final LongAdder bytes = new LongAdder();

    Downloads(Ticker ticker) {
        resolving = new BusyTime(ticker);
        fetching = new BusyTime(ticker);
    }

    void happened(RepositoryEvent event) {
        switch (event.getType()) {
            case ARTIFACT_RESOLVING -> resolving.begin();
            case ARTIFACT_RESOLVED -> resolving.end();
            case ARTIFACT_DOWNLOADING, METADATA_DOWNLOADING -> fetching.begin();
            case METADATA_DOWNLOADED -> fetching.end();
            case ARTIFACT_DOWNLOADED -> downloaded(event);
            default -> {}
        }
    }

    private void downloaded(RepositoryEvent event) {
        fetching.end();
        File file = event.getFile();
        if (event.getException() == null && file != null && file.isFile()) {
            artifacts.increment();
            bytes.add(file.length());
        }
    }

    /** Whether the build had to fetch anything that it lacked; looking for news of snapshots does not count. */
    boolean isAny() {
        return artifacts.sum() > 0;
    }

    long count() {
        return artifacts.sum();
    }

    List<Measurement> measurements() {
        return List.of(
                MavenMetric.RESOLUTION.measured(resolving.millis(), SOURCE),
                MavenMetric.DOWNLOADS.measured((double) artifacts.sum(), SOURCE),
                MavenMetric.DOWNLOAD_TIME.measured(fetching.millis(), SOURCE),
                MavenMetric.DOWNLOADED.measured(bytes.sum() / BYTES_PER_MEBIBYTE, SOURCE));
    }
}
