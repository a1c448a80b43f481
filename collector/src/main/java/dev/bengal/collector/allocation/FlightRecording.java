package dev.bengal.collector.allocation;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.RecordingState;

/**
 * A recording of the JVM's flight recorder that holds allocations and nothing else. It stops by itself once it has grown to
 * its limit; how large it is, is looked at ten times a second.
 */
final class FlightRecording implements AutoCloseable {
    /** Where the running flight recorder keeps its files; set by the JVM. */
    private static final String REPOSITORY = "jdk.jfr.repository";

    private static final long INTERVAL_NANOS = Duration.ofMillis(100).toNanos();

    private final Recording recording;
    private final long limitBytes;
    private final Thread watch = new Thread(this::watch, "bengal-allocation-limit");
    private boolean truncated;

    private FlightRecording(Recording recording, long limitBytes) {
        this.recording = recording;
        this.limitBytes = limitBytes;
        watch.setDaemon(true);
    }

    /** Starts one. Whatever the flight recorder throws where it is not to be had is passed on. */
    static FlightRecording start(long limitBytes) {
        if (!FlightRecorder.isAvailable()) {
            throw new IllegalStateException("this JVM has no flight recorder");
        }
        Recording recording = new Recording();
        try {
            recording.setName("bengal allocations");
            RecordedAllocations.EVENTS.forEach(event -> recording.enable(event).withStackTrace());
            recording.setToDisk(true);
            recording.start();
        } catch (RuntimeException | Error e) {
            recording.close();
            throw e;
        }
        FlightRecording started = new FlightRecording(recording, limitBytes);
        started.watch.start();
        return started;
    }

    private void watch() {
        while (isRunning()) {
            stopAtLimit();
            LockSupport.parkNanos(INTERVAL_NANOS);
        }
    }

    private synchronized boolean isRunning() {
        return recording.getState() == RecordingState.RUNNING;
    }

    /** Stops the recording where it has grown to its limit. */
    synchronized void stopAtLimit() {
        if (isRunning() && sizeBytes() >= limitBytes) {
            truncated = true;
            recording.stop();
        }
    }

    synchronized void stop() {
        if (isRunning()) {
            recording.stop();
        }
        LockSupport.unpark(watch);
    }

    synchronized boolean isTruncated() {
        return truncated;
    }

    /** Puts what was recorded into a file. Call it after {@link #stop}. */
    void writeTo(Path file) throws IOException {
        recording.dump(file);
    }

    @Override
    public void close() {
        stop();
        recording.close();
    }

    /** What the recorder has written so far. It counts a file of its own only once that is complete, so the files are asked. */
    private long sizeBytes() {
        String repository = System.getProperty(REPOSITORY);
        File[] files = repository == null ? null : new File(repository).listFiles();
        long size = recording.getSize();
        if (files != null) {
            size = 0;
            for (File file : files) {
                size += file.length();
            }
        }
        return size;
    }
}
