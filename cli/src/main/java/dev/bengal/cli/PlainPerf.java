package dev.bengal.cli;

import dev.bengal.cli.PerfCommand.Format;
import dev.bengal.cli.history.Location;
import dev.bengal.cli.option.BuildCount;
import dev.bengal.cli.terminal.Surface;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code bengal perf} as it is typed most often: alone, or with {@code -C}, {@code -n} and {@code -f}, each at most once and with its
 * value behind a space. Reading that needs no parser, and loading the parser takes longer than all else that such a command does.
 * Whatever is not exactly that, and whatever is wrong, is left to the parser.
 *
 * @param folder what {@code -C} says
 * @param last how many builds, or null for as many as the format shows
 */
record PlainPerf(@Nullable Path folder, @Nullable Integer last, Format format) {
    /** What this command line asks for, if it is one of these. */
    static Optional<PlainPerf> of(String... arguments) {
        return new Reading(arguments).read();
    }

    /** Answers as the command does that the parser would have made. */
    int run(Surface surface, Location location) throws Exception {
        if (folder != null) {
            location.moveTo(folder);
        }
        return new PerfCommand(surface, location, last, format).call();
    }

    private static final class Reading {
        private final String[] words;
        private boolean isPerf;
        private @Nullable String folder;
        private @Nullable String last;
        private @Nullable String format;

        Reading(String... words) {
            this.words = words;
        }

        Optional<PlainPerf> read() {
            for (int i = 0; i < words.length; i++) {
                boolean isTaken = words[i].equals("perf")
                        ? takeVerb()
                        : i + 1 < words.length && isValue(words[i + 1]) && take(words[i], words[++i]);
                if (!isTaken) {
                    return Optional.empty();
                }
            }
            return isPerf ? asked() : Optional.empty();
        }

        /** The options of a verb stand behind it, but {@code -C} may stand before. */
        private boolean takeVerb() {
            boolean isFirst = !isPerf;
            isPerf = true;
            return isFirst;
        }

        /** What begins so could be an option, a quoted text or a variable to the parser. */
        private static boolean isValue(String word) {
            return !word.isEmpty() && "-\"'$@".indexOf(word.charAt(0)) < 0 && !word.equals("perf");
        }

        private boolean take(String option, String value) {
            switch (option) {
                case "-C" -> {
                    boolean isFirst = folder == null;
                    folder = value;
                    return isFirst;
                }
                case "-n", "--last" -> {
                    boolean isFirst = last == null;
                    last = value;
                    return isFirst && isPerf;
                }
                case "-f", "--format" -> {
                    boolean isFirst = format == null;
                    format = value;
                    return isFirst && isPerf;
                }
                default -> {
                    return false;
                }
            }
        }

        private Optional<PlainPerf> asked() {
            try {
                return Optional.of(new PlainPerf(
                        folder == null ? null : Path.of(folder),
                        last == null ? null : BuildCount.parse(last).orElseThrow(IllegalArgumentException::new),
                        format == null ? Format.table : Format.valueOf(format)));
            } catch (IllegalArgumentException e) {
                return Optional.empty(); // The parser says what is wrong with it. An InvalidPathException is one, too.
            }
        }
    }
}
