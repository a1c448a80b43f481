package dev.bengal.store;

import java.util.Collection;
import java.util.stream.Collectors;

/** What was taken for the beginning of a commit's hash is that of several; the message is a sentence that names them. */
public final class AmbiguousCommitException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int SHOWN = 3;
    private static final int DIGITS = 12;

    AmbiguousCommitException(String beginning, Collection<String> hashes) {
        super("Builds of " + hashes.size() + " commits are called '" + beginning + "': "
                + hashes.stream()
                        .limit(SHOWN)
                        .map(hash -> shortened(beginning, hash))
                        .collect(Collectors.joining(", "))
                + (hashes.size() > SHOWN ? ", …" : "") + ". Give more of the hash.");
    }

    /** Long enough to tell it from the others, as a rule. */
    private static String shortened(String beginning, String hash) {
        return hash.substring(0, Math.min(Math.max(DIGITS, beginning.length() + 4), hash.length()));
    }
}
