package dev.bengal.cli.terminal;

/** A command cannot do what was asked; its message is the sentence that the user sees, and the exit code is 2. */
public final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CommandException(String sentence) {
        super(sentence);
    }

    public CommandException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
