package dev.bengal.site.incremental;

import dev.bengal.site.output.FileStamp;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * A document as a build made it, and all that went into it. This decides whether the next build makes it again.
 *
 * @param surroundings the checksum of everything but the text: program, configuration, templates, assets, data, and the
 *     model, which has neighbours, section, navigation, tags and menu in it
 * @param text the checksum of the file with its text; of a document that no file stands for, the
 *     checksum of what it is about, or 0
 * @param answers what the text asked about the rest of the site (where its links lead, what it includes), each with the
 *     checksum of the answer
 * @param output the file that was left
 * @param excerpt the beginning of its text, for lists and the search
 * @param remarks what the author was told
 */
public record DocumentRecord(
        long surroundings,
        long text,
        Map<String, Long> answers,
        FileStamp output,
        String excerpt,
        List<String> remarks) {
    public DocumentRecord {
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(excerpt, "excerpt");
        answers = Map.copyOf(answers);
        remarks = List.copyOf(remarks);
    }

    /**
     * Whether making it again would make the same.
     *
     * @param isOpen whether a question may have another answer today
     * @param answer the checksum of today's answer to a question
     * @param file the document's file as it is now
     */
    public boolean stands(
            long surroundingsNow,
            long textNow,
            Predicate<String> isOpen,
            ToLongFunction<String> answer,
            Optional<FileStamp> file) {
        return surroundings == surroundingsNow
                && text == textNow
                && file.isPresent()
                && file.get().equals(output)
                && isAnsweredAsBefore(isOpen, answer);
    }

    private boolean isAnsweredAsBefore(Predicate<String> isOpen, ToLongFunction<String> answer) {
        for (Map.Entry<String, Long> asked : answers.entrySet()) {
            if (isOpen.test(asked.getKey()) && answer.applyAsLong(asked.getKey()) != asked.getValue()) {
                return false;
            }
        }
        return true;
    }
}
