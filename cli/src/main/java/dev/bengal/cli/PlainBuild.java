package dev.bengal.cli;

import dev.bengal.cli.history.Location;
import dev.bengal.cli.terminal.Surface;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code bengal build} as it is typed most often: with a site and the commonest options, each at most once and with its value
 * behind a space. It is read without the parser for the reason that {@link PlainPerf} gives; whatever is not exactly that, and
 * whatever is wrong, is left to the parser.
 *
 * @param folder what {@code -C} says
 * @param site the folder of the site; null for this one
 * @param output what {@code -o} says
 */
record PlainBuild(
        @Nullable Path folder,
        @Nullable Path site,
        @Nullable Path output,
        @Nullable String environment,
        boolean full,
        boolean noMetrics,
        boolean verbose) {
    /** What this command line asks for, if it is one of these. */
    static Optional<PlainBuild> of(String... arguments) {
        try {
            return new Reading(arguments).read();
        } catch (InvalidPathException e) {
            return Optional.empty(); // The parser says what is wrong with it.
        }
    }

    /** Builds as the command does that the parser would have made. */
    int run(Surface surface, Location location) throws Exception {
        if (folder != null) {
            location.moveTo(folder);
        }
        return new BuildCommand(surface, location, this).call();
    }

    private static final class Reading {
        private final String[] words;
        private final Set<String> seen = new HashSet<>();
        private @Nullable Path folder;
        private @Nullable Path site;
        private @Nullable Path output;
        private @Nullable String environment;

        Reading(String... words) {
            this.words = words;
        }

        Optional<PlainBuild> read() {
            for (int i = 0; i < words.length; i++) {
                String word = shortName(words[i]);
                boolean isTaken = take(word) || (i + 1 < words.length && take(word, words[++i]));
                if (!isTaken) {
                    return Optional.empty();
                }
            }
            return seen.contains("build") ? Optional.of(asked()) : Optional.empty();
        }

        private static String shortName(String option) {
            return switch (option) {
                case "--environment" -> "-e";
                case "--output" -> "-o";
                case "--verbose" -> "-v";
                default -> option;
            };
        }

        /** A word that needs no other: the verb, an option without a value behind it, the site. */
        private boolean take(String word) {
            return switch (word) {
                case "build" -> seen.add(word);
                case "--full", "--no-metrics", "-v" -> seen.contains("build") && seen.add(word);
                default -> takeSite(word);
            };
        }

        private boolean takeSite(String word) {
            if (!isValue(word) || !seen.contains("build") || !seen.add("SITE")) {
                return false;
            }
            site = Path.of(word);
            return true;
        }

        private boolean take(String option, String value) {
            if (!isValue(value) || !seen.add(option)) {
                return false;
            }
            switch (option) {
                case "-C" -> folder = Path.of(value);
                case "-o" -> output = Path.of(value);
                case "-e" -> environment = value;
                default -> {
                    return false;
                }
            }
            return option.equals("-C") || seen.contains("build");
        }

        /** What begins so could be an option, a quoted text or a variable to the parser. */
        private static boolean isValue(String word) {
            return !word.isEmpty() && "-\"'$@".indexOf(word.charAt(0)) < 0 && !word.equals("build");
        }

        private PlainBuild asked() {
            return new PlainBuild(
                    folder,
                    site,
                    output,
                    environment,
                    seen.contains("--full"),
                    seen.contains("--no-metrics"),
                    seen.contains("-v"));
        }
    }
}
