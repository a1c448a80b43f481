package dev.bengal.experiment;

/** Tools whose output is known, each with a pattern for the lines that begin a phase. */
public enum ReadyPhases {
    /** Each script of npm, pre and post scripts too: {@code > shop@1.2.0 build}. */
    npm("^> @?[^@\\s]+@\\S+ (?<name>\\S+)$"),
    /**
     * The folders that a recursive make enters, and with {@code make --trace} each target that is made, by the last part of its
     * path.
     */
    make(
            "^(?:\\S*make(?:\\[\\d+\\])?: Entering directory '|\\S+:\\d+: (?:update )?target ')(?:[^']*/)?(?<name>[^'/]+)'"),
    /** What cargo does; not each crate, since it compiles several at once. */
    cargo("^ {1,11}(?<name>Updating|Locking|Downloading|Compiling|Checking|Documenting|Finished|Running|Doc-tests) "),
    /** The tasks of Gradle with {@code --console=plain}: {@code > Task :lib:jar}, and without the words before it as older ones print it. */
    gradle("^(?:> Task )?(?<name>(?::[\\w.-]+)+)(?: [A-Z][A-Z-]*)?$"),
    /**
     * The steps of an image's build, by number and first word, since the rest of an instruction may hold what is secret: of buildah, podman
     * and docker, and with {@code --progress=plain} of BuildKit, which tells when it writes the image, too.
     */
    docker("^(?:#\\d+ (?=\\[|exporting to )|(?=(?:\\[\\d+/\\d+] )?S(?:TEP|tep) \\d))"
            + "(?<name>(?:\\[[^\\]]{1,60}] )?(?:S(?:TEP|tep) \\d+/\\d+ ?: )?[A-Za-z]+)");

    private final String regex;

    ReadyPhases(String regex) {
        this.regex = regex;
    }

    /** The pattern. */
    public PhasePattern pattern() {
        return PhasePattern.of(regex);
    }
}
