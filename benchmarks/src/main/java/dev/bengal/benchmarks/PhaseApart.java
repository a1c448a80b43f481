package dev.bengal.benchmarks;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A phase whose time is told apart from that of the rest of the process, as builds log it themselves, recorded or not.
 *
 * @param name such as {@code pages}
 */
record PhaseApart(String name) {
    /** With it a build logs its phases. */
    static final String OPTION = "--log-format=json";

    /**
     * How long the phase took, in milliseconds.
     *
     * @param printed by a build with {@link #OPTION}
     * @throws IllegalStateException where it logged no such phase
     */
    double millis(String printed) {
        Matcher line = Pattern.compile("(?m)^\\{\"name\":\"" + Pattern.quote(name) + "\",.*\"duration_ms\":([0-9.]+)")
                .matcher(printed);
        if (!line.find()) {
            throw new IllegalStateException("the build logged no phase " + name + ":\n" + printed);
        }
        return Double.parseDouble(line.group(1));
    }
}
