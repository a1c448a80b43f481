package dev.bengal.benchmarks.sites;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The other generators that are measured where they are named. */
final class Peers {
    @Option(
            names = "--eleventy",
            paramLabel = "DIR",
            description = "The folder of the package @11ty/eleventy; without it, Eleventy is not measured.")
    private @Nullable Path eleventy;

    @Option(
            names = "--pelican",
            paramLabel = "COMMAND",
            description = "The command of Pelican, such as pelican; without it, Pelican is not measured.")
    private @Nullable String pelican;

    @Option(
            names = "--jbake",
            paramLabel = "CLASSPATH",
            description = "The class path of JBake, or a folder of its jars; without it, JBake is not measured.")
    private @Nullable String jbake;

    /** Those that are there. */
    List<Generator> present() {
        List<Generator> present = new ArrayList<>();
        if (eleventy != null && Files.isRegularFile(eleventy.resolve("cmd.cjs"))) {
            present.add(new EleventyGenerator(eleventy.toAbsolutePath()));
        }
        if (pelican != null) {
            present.add(new PelicanGenerator(pelican));
        }
        if (jbake != null) {
            present.add(JBakeGenerator.of(jbake));
        }
        return present;
    }

    /** A line for each that is not, and how it is brought. */
    List<String> absent() {
        List<String> absent = new ArrayList<>();
        if (present().stream().noneMatch(EleventyGenerator.class::isInstance)) {
            absent.add(
                    "Eleventy: absent. 'npm install @11ty/eleventy' brings it; then --eleventy node_modules/@11ty/eleventy.");
        }
        if (pelican == null) {
            absent.add("Pelican: absent. On Debian 'apt-get install pelican' brings it; then --pelican pelican.");
        }
        if (jbake == null) {
            absent.add(
                    "JBake: absent. 'mvn -f benchmarks/jbake dependency:copy-dependencies -DoutputDirectory=/tmp/jbake'"
                            + " brings it; then --jbake /tmp/jbake.");
        }
        return absent;
    }
}
