package dev.bengal.experiment;

import dev.bengal.journal.JournalException;
import dev.bengal.journal.MetricsDirectory;
import java.io.IOException;
import java.util.function.Consumer;

/** What a record says of the command that it is about, as its {@code tool}. */
public interface CommandTool {
    /** Such as {@code make}. */
    String of(Command command);

    /** The whole command, with whatever secrets it may hold. */
    static CommandTool withArguments() {
        return Command::line;
    }

    /** The program's name and a keyed hash of its arguments, such as {@code make (arguments 0b1e2d3c4f5a)}. */
    static CommandTool hashed(MetricsDirectory directory, Consumer<String> warnings) {
        return command -> command.arguments().isEmpty()
                ? command.program()
                : command.program() + digest(command, directory, warnings);
    }

    private static String digest(Command command, MetricsDirectory directory, Consumer<String> warnings) {
        try {
            return " (arguments " + ArgumentKey.in(directory).digest(command.arguments()) + ")";
        } catch (IOException | JournalException e) {
            warnings.accept("the record does without a hash of the arguments: " + e.getMessage());
            return "";
        }
    }
}
