package dev.bengal.site.content;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The places of a text that {@code target}s name, found without parsing it. */
final class TargetNames {
    private static final Pattern FENCE = Pattern.compile("\\s*(`{3,}|~{3,}).*");
    private static final Pattern TARGET = Pattern.compile("\\s*:{3,}\\{(?:target|anchor)}[ \\t]+([\\w.:-]+)\\s*");

    private TargetNames() {}

    /** Those outside of code fences, in their order; most texts have none and are left after a look. */
    static List<String> in(String body) {
        if (!body.contains("{target}") && !body.contains("{anchor}")) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        String fence = "";
        for (String line : (Iterable<String>) body.lines()::iterator) {
            Matcher mark = FENCE.matcher(line);
            if (mark.matches()) {
                fence = fence.isEmpty() ? mark.group(1) : mark.group(1).startsWith(fence) ? "" : fence;
                continue;
            }
            Matcher target = TARGET.matcher(line);
            if (fence.isEmpty() && target.matches()) {
                names.add(target.group(1));
            }
        }
        return List.copyOf(names);
    }
}
