package dev.bengal.journal;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** The history could not be written or read. The message names the file, what happened and what to do. */
public final class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** A failure that began here. */
    public JournalException(String message) {
        super(message);
    }

    /** A failure that began in the file system. */
    public JournalException(String message, Throwable cause) {
        super(message, cause);
    }

    /** What happened, without the path: the sentence around it names that. */
    public static String reason(Exception e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NoSuchFileException) {
            return "its folder does not exist";
        }
        if (e instanceof UncheckedIOException unchecked && unchecked.getCause() != null) {
            return reason(unchecked.getCause());
        }
        if (e instanceof FileAlreadyExistsException) {
            return "a file of that name is in the way";
        }
        if (e instanceof FileSystemException failure && failure.getReason() != null) {
            return failure.getReason();
        }
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
