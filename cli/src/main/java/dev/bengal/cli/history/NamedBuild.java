package dev.bengal.cli.history;

import dev.bengal.cli.terminal.CommandException;
import dev.bengal.cli.terminal.Surface;
import dev.bengal.model.BuildId;
import dev.bengal.model.BuildRecord;
import dev.bengal.store.BuildReference;
import java.util.List;
import java.util.stream.Collectors;

/** A build that the user named. */
public final class NamedBuild {
    private static final int CANDIDATES_SHOWN = 5;

    private final String name;
    private final Surface surface;

    public NamedBuild(String name, Surface surface) {
        this.name = name;
        this.surface = surface;
    }

    /** Finds it in a history; where there is no such build, the refusal names those that may have been meant. */
    public BuildRecord in(HistorySource source) {
        if (name.isBlank()) {
            throw new CommandException("'" + name + "' names no build: give latest, previous, an id or a commit.");
        }
        BuildReference reference = new BuildReference(name);
        BuildReference.Answer answer = reference.find(source.store());
        new FindingsReport(surface).print(answer.history());
        return answer.build().orElseThrow(() -> new CommandException(refusal(reference, answer, source)));
    }

    private static String refusal(BuildReference reference, BuildReference.Answer answer, HistorySource source) {
        if (answer.history().recorded() == 0) {
            return source.whenEmpty().get();
        }
        if (answer.candidates().isEmpty()) {
            return "There is no build before the latest one yet.";
        }
        boolean several = reference.isBeginningOf(answer.candidates().get(0));
        return several
                ? answer.candidates().size() + " builds begin with '" + reference.text() + "': "
                        + listed(answer.candidates()) + ". Give more of the id."
                : "No build is called '" + reference.text() + "'; the nearest "
                        + (answer.candidates().size() == 1 ? "is " : "are ") + listed(answer.candidates()) + ".";
    }

    private static String listed(List<BuildId> ids) {
        String some =
                ids.stream().limit(CANDIDATES_SHOWN).map(NamedBuild::printable).collect(Collectors.joining(", "));
        return ids.size() > CANDIDATES_SHOWN ? some + ", …" : some;
    }

    /** An id comes from a record and may hold what steers a terminal. */
    public static String printable(BuildId id) {
        return id.value().replaceAll("\\p{C}", "\uFFFD");
    }
}
