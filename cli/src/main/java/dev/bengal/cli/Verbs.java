package dev.bengal.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;

/**
 * The verbs that a command line may use. A command is only made known to the parser where its verb is among the arguments, since looking
 * at a command takes the parser some milliseconds and there are many; help, and what is wrong with a command line, know them all.
 *
 * @param words of the command line; where {@code isAll}, they do not matter
 */
record Verbs(Set<String> words, boolean isAll) {
    /** Every verb. */
    static final Verbs ALL = new Verbs(Set.of(), true);

    private static final String PERF = "perf";

    private static final Map<String, Class<?>> TOP = inOrder(
            BuildCommand.class, "build",
            ServeSiteCommand.class, "serve",
            NewCommand.class, "new",
            CheckLinksCommand.class, "check-links",
            PerfCommand.class, PERF,
            ConfigCommand.class, "config");

    private static final Map<String, Class<?>> OF_PERF = inOrder(
            ShowCommand.class, "show",
            CompareCommand.class, "compare",
            CheckCommand.class, "check",
            ChangesCommand.class, "changes",
            AcceptCommand.class, "accept",
            SelfTestCommand.class, "selftest",
            RunCommand.class, "run",
            BenchCommand.class, "bench",
            AbCommand.class, "ab",
            BisectCommand.class, "bisect",
            BackfillCommand.class, "backfill",
            ExcludeCommand.class, "exclude",
            ImportCommand.class, "import",
            ExportCommand.class, "export",
            ExtractCommand.class, "extract",
            CommentCommand.class, "comment",
            DocsCommand.class, "docs",
            DoctorCommand.class, "doctor",
            InstallCommand.class, "install",
            UninstallCommand.class, "uninstall",
            PruneCommand.class, "prune",
            SyncCommand.class, "sync",
            AlertsCommand.class, "alerts",
            DashboardCommand.class, "dashboard",
            ServeCommand.class, "serve");

    Verbs {
        words = Set.copyOf(words);
    }

    private static Map<String, Class<?>> inOrder(Object... classesAndVerbs) {
        Map<String, Class<?>> verbs = new LinkedHashMap<>();
        for (int i = 0; i < classesAndVerbs.length; i += 2) {
            verbs.put((String) classesAndVerbs[i + 1], (Class<?>) classesAndVerbs[i]);
        }
        return verbs;
    }

    /** Those that these arguments may mean. */
    static Verbs among(String... arguments) {
        List<String> words = new ArrayList<>(Arrays.asList(arguments));
        boolean isVersion = words.contains("-V") || words.contains("--version");
        boolean knowsAll = words.contains("-h")
                || words.contains("--help")
                || (!isVersion && words.stream().noneMatch(TOP::containsKey));
        return knowsAll ? ALL : new Verbs(Set.copyOf(words), false);
    }

    /** Makes them known to a parser. */
    CommandLine addTo(CommandLine root) {
        add(TOP, root);
        CommandLine perf = root.getSubcommands().get(PERF);
        if (perf != null) {
            add(OF_PERF, perf);
        }
        return root;
    }

    private void add(Map<String, Class<?>> verbs, CommandLine command) {
        verbs.forEach((verb, type) -> {
            if (isAll || words.contains(verb)) {
                command.addSubcommand(verb, new CommandLine(type, command.getFactory()));
            }
        });
    }
}
