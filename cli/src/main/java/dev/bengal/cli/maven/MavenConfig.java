package dev.bengal.cli.maven;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code .mvn/maven.config} in a project: words of the command line, one a line, or for Maven 3.8 several. There are no comments in
 * it that every Maven knows, so the jar's own name marks the registration, wherever its user moved it. A class path that is there
 * already is made longer, since Maven takes only one.
 */
public record MavenConfig() implements RegistrationText {
    /** A line that is no comment, up to a word that names a class path. */
    private static final String UP_TO_VALUE = "(?md)(^(?!#)(?:[^\n]*?[ \t])?)" + Pattern.quote(PROPERTY);

    private static final Pattern OURS = Pattern.compile(
            UP_TO_VALUE + "((?:\\S*:)?)([^:\\s]*/" + Pattern.quote(ExtensionJar.NAME) + ")(:?)(\r?\n?)");
    private static final Pattern THEIRS = Pattern.compile(UP_TO_VALUE);

    /** Whether there was a file that is empty is kept in whether the line has an end. */
    @Override
    public String with(Optional<String> before, String jar) {
        String text = before.orElse("");
        Matcher theirs = THEIRS.matcher(text);
        if (theirs.find()) {
            return text.substring(0, theirs.end()) + jar + ":" + text.substring(theirs.end());
        }
        return PROPERTY + jar + (before.isPresent() && text.isEmpty() ? "" : "\n") + text;
    }

    /** Maven 3.9 cannot even read the file then, and Maven 4 does not start. */
    @Override
    public boolean needsAsciiName() {
        return true;
    }

    @Override
    public Optional<String> without(String registered) {
        Matcher ours = OURS.matcher(registered);
        if (!ours.find()) {
            return Optional.of(registered);
        }
        if (!ours.group(4).isEmpty()) {
            return Optional.of(cut(registered, ours.start(3), ours.end(4)));
        }
        if (!ours.group(2).isEmpty()) {
            return Optional.of(cut(registered, ours.end(2) - 1, ours.end(3)));
        }
        if (!ours.group(1).isEmpty()) {
            return Optional.of(cut(registered, ours.end(1), ours.end(3)));
        }
        String rest = cut(registered, ours.start(), ours.end());
        return rest.isEmpty() && !ours.group(5).isEmpty() ? Optional.empty() : Optional.of(rest);
    }

    private static String cut(String text, int start, int end) {
        return text.substring(0, start) + text.substring(end);
    }

    @Override
    public Optional<String> jar(String text) {
        Matcher ours = OURS.matcher(text);
        return ours.find() ? Optional.of(ours.group(3)) : Optional.empty();
    }
}
