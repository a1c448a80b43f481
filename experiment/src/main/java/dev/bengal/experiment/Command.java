package dev.bengal.experiment;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A command as the system takes it, without a shell.
 *
 * @param words the program, then its arguments; not empty
 */
public record Command(List<String> words) {
    /** Where the program is called by no plain word, such as a whole command line in quotes: that may hold a secret. */
    static final String UNNAMED = "command";

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._+-]{0,39}");
    private static final Pattern UNQUOTED = Pattern.compile("[A-Za-z0-9_./@%+=:,-]+");

    public Command {
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a command without words");
        }
    }

    /** The program's name without its folder and Windows' endings, if it is a plain word; else {@code command}. */
    public String program() {
        String path = words.get(0);
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
                .replaceFirst("(?i)\\.(exe|cmd|bat)$", "");
        return isPath(path) && PLAIN.matcher(name).matches() ? name : UNNAMED;
    }

    /** Whether the text can be the path of a program, rather than a command line that holds a path somewhere. */
    private static boolean isPath(String text) {
        return text.chars().noneMatch(c -> Character.isWhitespace(c) || "'\"=;|&?".indexOf(c) >= 0);
    }

    /** What follows the program. */
    public List<String> arguments() {
        return words.subList(1, words.size());
    }

    /** On one line, such that a shell would take it for the same words. */
    public String line() {
        return words.stream().map(Command::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return UNQUOTED.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
