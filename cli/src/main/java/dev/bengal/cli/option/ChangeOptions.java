package dev.bengal.cli.option;

import dev.bengal.cli.terminal.CommandException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which change is commented on, where no CI says it. */
public final class ChangeOptions {
    /** The forges by their names. */
    public enum ForgeName {
        github,
        gitlab
    }

    @Option(
            names = "--forge",
            paramLabel = "FORGE",
            description =
                    "Where the change is: ${COMPLETION-CANDIDATES}; for a CI that is none of theirs, such as Jenkins, or for none.")
    @Nullable
    public ForgeName forge;

    @Option(
            names = "--repository",
            paramLabel = "OWNER/NAME",
            description =
                    "With --forge: the repository that the change is to be merged into; at GitLab its path or number.")
    @Nullable
    public String repository;

    @Option(
            names = {"--pull-request", "--merge-request"},
            paramLabel = "N",
            description = "With --forge: the number of the pull request or merge request.")
    @Nullable
    public Long number;

    @Option(
            names = "--api",
            paramLabel = "URL",
            description =
                    "With --forge: the API of a server of your own, such as https://HOST/api/v3 (GitHub) or https://HOST/api/v4"
                            + " (GitLab).")
    @Nullable
    public String api;

    /** Whether a change is named; some of the options alone are refused. */
    public boolean isNamed() {
        boolean isAny = forge != null || repository != null || number != null || api != null;
        if (isAny && (forge == null || repository == null || number == null)) {
            throw new CommandException("--forge, --repository and --pull-request go together: they name one change.");
        }
        return isAny;
    }
}
