package dev.bengal.benchmarks.sites;

import dev.bengal.benchmarks.SyntheticSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * This one, without recording, since the others record nothing.
 *
 * @param bengal the command
 */
record BengalGenerator(Path bengal) implements Generator {
    private static final String PLAIN = "plain";

    @Override
    public String name() {
        return "Bengal";
    }

    @Override
    public void write(SyntheticSite site, Path folder) throws IOException {
        site.writeTo(folder);
        // The others colour no code here either.
        Files.writeString(folder.resolve("config/environments/" + PLAIN + ".yaml"), "markup:\n  highlight: false\n");
    }

    @Override
    public List<String> command(Path folder, Path output) {
        return List.of(
                bengal.toString(),
                "build",
                folder.toString(),
                "--environment",
                PLAIN,
                "--no-metrics",
                "-o",
                output.toString());
    }
}
