package dev.bengal.cli.option;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** Whose builds are recorded. */
public final class ToolParameter {
    @Parameters(index = "0", paramLabel = "TOOL", description = "${COMPLETION-CANDIDATES}")
    private @Nullable BuildTool tool;

    public BuildTool chosen() {
        return Objects.requireNonNull(tool, "tool");
    }
}
