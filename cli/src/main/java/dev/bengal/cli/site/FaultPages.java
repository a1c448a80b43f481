package dev.bengal.cli.site;

import dev.bengal.server.preview.Fault;
import dev.bengal.site.PageFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in a browser what kept a site from being built, with the lines of the file around it. */
public final class FaultPages {
    /** How a sentence begins that names a place: {@code bengal.toml:3:7: }. */
    private static final Pattern PLACE = Pattern.compile("([^:\\n]+):(\\d{1,9})(?::\\d{1,9})?: (.*)", Pattern.DOTALL);

    private static final int MOST = 50;
    private static final int LINES_AROUND = 2;
    private static final int LONGEST_LINE = 200;
    private static final long LARGEST_FILE = 4L << 20;

    private final Path root;

    /** @param root the folder of the site, which every file is relative to */
    FaultPages(Path root) {
        this.root = root;
    }

    List<Fault> of(PreviewOutcome outcome) {
        if (outcome instanceof PreviewOutcome.Built built) {
            return built.build().faults().stream().limit(MOST).map(this::fault).toList();
        }
        return outcome instanceof PreviewOutcome.Failed failed ? List.of(fault(failed.sentence())) : List.of();
    }

    private Fault fault(PageFault fault) {
        return fault.line() == null
                ? new Fault(fault.file(), fault.reason(), "")
                : new Fault(fault.file() + ":" + fault.line(), fault.reason(), excerpt(fault.file(), fault.line()));
    }

    private Fault fault(String sentence) {
        Matcher place = PLACE.matcher(sentence);
        if (!place.matches()) {
            return new Fault("", sentence, "");
        }
        int line = Integer.parseInt(place.group(2));
        return new Fault(place.group(1) + ":" + line, place.group(3), excerpt(place.group(1), line));
    }

    /** Empty where there is no such line in a file of the site. */
    private String excerpt(String name, int line) {
        try {
            Path file = root.resolve(name).toRealPath();
            if (!file.startsWith(root.toRealPath()) || !Files.isRegularFile(file) || Files.size(file) > LARGEST_FILE) {
                return "";
            }
            return excerpt(
                    new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                            .lines()
                            .toList(),
                    line);
        } catch (IOException | InvalidPathException e) {
            return "";
        }
    }

    private static String excerpt(List<String> lines, int line) {
        if (line < 1 || line > lines.size()) {
            return "";
        }
        StringBuilder excerpt = new StringBuilder();
        int last = Math.min(lines.size(), line + LINES_AROUND);
        for (int number = Math.max(1, line - LINES_AROUND); number <= last; number++) {
            String text = lines.get(number - 1);
            excerpt.append(number == line ? "> " : "  ")
                    .append(" "
                            .repeat(Integer.toString(last).length()
                                    - Integer.toString(number).length()))
                    .append(number)
                    .append(" | ")
                    .append(text, 0, Math.min(text.length(), LONGEST_LINE))
                    .append('\n');
        }
        return excerpt.toString();
    }
}
