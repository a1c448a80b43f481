package dev.bengal.cli;

/** A command cannot do what was asked; its message is the sentence that the user sees, and the exit code is 2. */
final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CommandException(String sentence) {
        super(sentence);
    }

    CommandException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
