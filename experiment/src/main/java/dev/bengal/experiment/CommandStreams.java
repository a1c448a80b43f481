package dev.bengal.experiment;

import java.io.File;
import java.io.OutputStream;
import java.util.Objects;
import java.util.function.Consumer;

/** Where a command reads from and writes to. */
public sealed interface CommandStreams {
    /** Ours, all three: the command sees the same terminal, files and pipes as without us. */
    static CommandStreams inherited() {
        return new Inherited();
    }

    /** Nothing to read, and nobody who looks at what it writes. */
    static CommandStreams discarded() {
        return new Discarded();
    }

    /** Nothing to read; what it writes goes where ours does. */
    static CommandStreams shown() {
        return new Shown();
    }

    /** Reads what we would read; what it writes is copied, and looked at line by line. */
    static CommandStreams watched(OutputStream out, OutputStream err) {
        return new Watched(out, err);
    }

    /** Says how the process is to be started. */
    void prepare(ProcessBuilder builder);

    /**
     * Copies what has to be copied, and shows its lines to {@code lines}.
     *
     * @return waits, after the process has ended, until all is copied
     */
    default Runnable copy(Process process, Consumer<String> lines) {
        return () -> {};
    }

    /** See {@link #inherited}. */
    record Inherited() implements CommandStreams {
        @Override
        public void prepare(ProcessBuilder builder) {
            builder.inheritIO();
        }
    }

    /** See {@link #discarded}. */
    record Discarded() implements CommandStreams {
        @Override
        public void prepare(ProcessBuilder builder) {
            builder.redirectInput(nothing())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
        }
    }

    /** See {@link #shown}. */
    record Shown() implements CommandStreams {
        @Override
        public void prepare(ProcessBuilder builder) {
            builder.inheritIO().redirectInput(nothing());
        }
    }

    /** See {@link #watched}. */
    record Watched(OutputStream out, OutputStream err) implements CommandStreams {
        public Watched {
            Objects.requireNonNull(out, "out");
            Objects.requireNonNull(err, "err");
        }

        @Override
        public void prepare(ProcessBuilder builder) {
            builder.redirectInput(ProcessBuilder.Redirect.INHERIT);
        }

        @Override
        public Runnable copy(Process process, Consumer<String> lines) {
            StreamCopy output = StreamCopy.start(process.getInputStream(), out, new LineSplitter(lines));
            StreamCopy errors = StreamCopy.start(process.getErrorStream(), err, new LineSplitter(lines));
            return () -> {
                output.finish();
                errors.finish();
            };
        }
    }

    private static ProcessBuilder.Redirect nothing() {
        return ProcessBuilder.Redirect.from(new File(File.separatorChar == '\\' ? "NUL" : "/dev/null"));
    }
}
