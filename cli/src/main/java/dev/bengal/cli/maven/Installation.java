package dev.bengal.cli.maven;

import dev.bengal.cli.terminal.CommandException;
import dev.bengal.journal.JournalException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The jar, and the files that shall name it. All of it is done, or nothing is left of it. */
public record Installation(ExtensionJar jar, List<Registration> registrations) {
    public Installation {
        Objects.requireNonNull(jar, "jar");
        registrations = List.copyOf(registrations);
    }

    /**
     * Does it.
     *
     * @param carried the jar's bytes
     * @throws CommandException where one of the files cannot be changed: then all are as they were before
     */
    public void carryOut(InputStream carried) {
        List<FormerFile> former = new ArrayList<>();
        former.add(former(jar.file()));
        registrations.forEach(registration -> former.add(former(registration.file())));
        try {
            change(jar.file(), () -> jar.write(carried));
            for (Registration registration : registrations) {
                change(registration.file(), () -> registration.add(jar.file()));
            }
        } catch (CommandException failure) {
            former.forEach(file -> restore(file, failure));
            throw failure;
        }
    }

    private static FormerFile former(Path file) {
        try {
            return FormerFile.of(file);
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private static void change(Path file, Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private static CommandException failure(Path file, IOException reason) {
        return new CommandException(
                file + " cannot be changed: " + JournalException.reason(reason) + ". Nothing was installed.", reason);
    }

    private static void restore(FormerFile file, CommandException failure) {
        try {
            file.restore();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private interface Step {
        void run() throws IOException;
    }
}
