package dev.bengal.cli.maven;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code .mvn/maven.config} in a project: words of the command line, one a line. There are no comments in it that every Maven
 * knows, so the jar's own name marks the registration. A class path that is there already is made longer, since Maven takes
 * only one.
 */
public record MavenConfig() implements RegistrationText {
    private static final Pattern OURS = Pattern.compile(
            "(?m)^" + Pattern.quote(PROPERTY) + "([^:\\s]*/" + Pattern.quote(ExtensionJar.NAME) + ")(:?)(\n?)");
    private static final Pattern THEIRS = Pattern.compile("(?m)^" + Pattern.quote(PROPERTY));

    /** Whether there was a file that is empty is kept in whether the line has an end. */
    @Override
    public String with(Optional<String> before, Path jar) {
        String text = before.orElse("");
        Matcher theirs = THEIRS.matcher(text);
        if (theirs.find()) {
            return text.substring(0, theirs.end()) + jar + ":" + text.substring(theirs.end());
        }
        return PROPERTY + jar + (before.isPresent() && text.isEmpty() ? "" : "\n") + text;
    }

    @Override
    public Optional<String> without(String registered) {
        Matcher ours = OURS.matcher(registered);
        if (!ours.find()) {
            return Optional.of(registered);
        }
        if (!ours.group(2).isEmpty()) {
            return Optional.of(registered.substring(0, ours.start(1)) + registered.substring(ours.end(2)));
        }
        String rest = registered.substring(0, ours.start()) + registered.substring(ours.end());
        return rest.isEmpty() && !ours.group(3).isEmpty() ? Optional.empty() : Optional.of(rest);
    }

    @Override
    public Optional<Path> jar(String text) {
        Matcher ours = OURS.matcher(text);
        return ours.find() ? Optional.of(Path.of(ours.group(1))) : Optional.empty();
    }
}
