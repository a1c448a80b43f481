package dev.bengal.formats.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The runs that the files of one import tell of: files of one format and one commit are one run. */
final class Runs {
    private final Map<String, RunBuilder> together = new LinkedHashMap<>();
    private final List<RunBuilder> all = new ArrayList<>();

    /** The run that this file is a part of. */
    RunBuilder of(Format format, Content content) {
        return of(format, content, "");
    }

    /** @param commit hash of what was measured, as far as the file tells */
    RunBuilder of(Format format, Content content, String commit) {
        return together.computeIfAbsent(format.word() + " " + commit, key -> separate(format))
                .file(content.name());
    }

    /** A run of its own. */
    RunBuilder separate(Format format) {
        RunBuilder run = new RunBuilder(format);
        all.add(run);
        return run;
    }

    List<ImportedRun> list() {
        return all.stream().filter(run -> !run.isEmpty()).map(RunBuilder::build).toList();
    }

    /** Why some of it was left out. */
    List<String> notes() {
        return all.stream().flatMap(run -> run.notes().stream()).toList();
    }
}
