package dev.bengal.experiment;

import java.io.File;
import java.io.FileInputStream;
import java.io.OutputStream;
import java.util.Objects;
import java.util.Optional;
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

    /**
     * Says how the process is to be started.
     *
     * @param lines gets the lines of what is copied
     * @param warnings gets a sentence where something cannot be copied
     */
    Copying prepare(ProcessBuilder builder, Consumer<String> lines, Consumer<String> warnings);

    /** What has to be copied of a process. */
    interface Copying {
        /** Nothing. */
        Copying NONE = new Copying() {
            @Override
            public void started(Process process) {}

            @Override
            public void abandon() {}

            @Override
            public void finish() {}
        };

        /** The process has started. */
        void started(Process process);

        /** The process could not be started. */
        void abandon();

        /** The process has ended: waits until all is copied. */
        void finish();
    }

    /** See {@link #inherited}. */
    record Inherited() implements CommandStreams {
        @Override
        public Copying prepare(ProcessBuilder builder, Consumer<String> lines, Consumer<String> warnings) {
            builder.inheritIO();
            return Copying.NONE;
        }
    }

    /** See {@link #discarded}. */
    record Discarded() implements CommandStreams {
        @Override
        public Copying prepare(ProcessBuilder builder, Consumer<String> lines, Consumer<String> warnings) {
            builder.redirectInput(nothing())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            return Copying.NONE;
        }
    }

    /** See {@link #shown}. */
    record Shown() implements CommandStreams {
        @Override
        public Copying prepare(ProcessBuilder builder, Consumer<String> lines, Consumer<String> warnings) {
            builder.inheritIO().redirectInput(nothing());
            return Copying.NONE;
        }
    }

    /** See {@link #watched}. */
    record Watched(OutputStream out, OutputStream err) implements CommandStreams {
        public Watched {
            Objects.requireNonNull(out, "out");
            Objects.requireNonNull(err, "err");
        }

        @Override
        public Copying prepare(ProcessBuilder builder, Consumer<String> lines, Consumer<String> warnings) {
            builder.redirectInput(ProcessBuilder.Redirect.INHERIT);
            StreamCopy output = new StreamCopy(out, new LineSplitter(lines), warnings);
            StreamCopy errors = new StreamCopy(err, new LineSplitter(lines), warnings);
            Optional<NamedPipes> pipes = NamedPipes.make();
            pipes.ifPresent(made -> {
                builder.redirectOutput(made.output()).redirectError(made.errors());
                output.start(() -> new FileInputStream(made.output()));
                errors.start(() -> new FileInputStream(made.errors()));
            });
            return new Copying() {
                @Override
                public void started(Process process) {
                    pipes.ifPresentOrElse(NamedPipes::close, () -> {
                        output.start(process::getInputStream);
                        errors.start(process::getErrorStream);
                    });
                }

                @Override
                public void abandon() {
                    pipes.ifPresent(NamedPipes::close);
                }

                @Override
                public void finish() {
                    output.finish();
                    errors.finish();
                }
            };
        }
    }

    private static ProcessBuilder.Redirect nothing() {
        return ProcessBuilder.Redirect.from(new File(File.separatorChar == '\\' ? "NUL" : "/dev/null"));
    }
}
