package dev.bengal.store;

import dev.bengal.model.BuildRecord;
import dev.bengal.model.HistoryEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What one line of a history turned out to be. */
public sealed interface HistoryLine {
    /** By what a union knows the line: the id of a build or of an event, which never meet; empty for what is neither. */
    default Optional<String> id() {
        if (this instanceof Build build) {
            return Optional.of("b" + build.record().build().identity().id().value());
        }
        return this instanceof Event event
                ? Optional.of("e" + event.event().stamp().id().value())
                : Optional.empty();
    }

    /**
     * The line without what an editor left around it, so that an older record keeps the hash that it is known by.
     *
     * @param line that this was read from
     */
    default String text(byte[] line) {
        return this instanceof Build build ? build.record().line() : new String(line, StandardCharsets.UTF_8).strip();
    }

    /**
     * A build.
     *
     * @param notes what of the line could not be used, a sentence each
     */
    record Build(BuildRecord record, List<String> notes) implements HistoryLine {
        public Build {
            notes = List.copyOf(notes);
        }
    }

    /** Something that was said about builds. */
    record Event(HistoryEvent event) implements HistoryLine {}

    /** Nothing but white space. */
    record Blank() implements HistoryLine {}

    /**
     * Neither.
     *
     * @param reason such as {@code not JSON (unexpected end of line)}
     */
    record Damaged(String reason) implements HistoryLine {}
}
