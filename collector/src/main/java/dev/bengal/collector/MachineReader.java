package dev.bengal.collector;

import dev.bengal.model.Machine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what machine this is, from Linux's {@code /proc} and {@code /sys} where they are there. */
final class MachineReader {
    static final Machine UNKNOWN = new Machine(null, null, null, null, null, null, null);

    private static final Pattern CPU_MODEL = Pattern.compile("(?m)^(?:model name|Model|cpu model)\\s*: *(.+)$");
    /** What a processor of ARM is called by where the kernel has no name for it: two numbers. */
    private static final Pattern ARM_CPU =
            Pattern.compile("(?ms)^CPU implementer\\s*: *(0x\\w+)$.*?^CPU part\\s*: *(0x\\w+)$");

    private static final Pattern MEMORY = Pattern.compile("(?m)^MemTotal: *(\\d+) kB$");

    private final Path root;

    /** @param root of the file system, so that a test can lay out another machine's */
    MachineReader(Path root) {
        this.root = root;
    }

    static MachineReader ofThisMachine() {
        return new MachineReader(Path.of("/"));
    }

    Machine read() {
        return new Machine(
                platform(),
                System.getProperty("os.arch"),
                (long) Runtime.getRuntime().availableProcessors(),
                cpuModel(text("proc/cpuinfo")),
                memoryMebibytes(match(MEMORY, text("proc/meminfo"))),
                new ControlGroups(root).limits(),
                host());
    }

    private static @Nullable Long memoryMebibytes(@Nullable String kibibytes) {
        return kibibytes == null ? null : Long.valueOf(Long.parseLong(kibibytes) / 1024);
    }

    private static @Nullable String cpuModel(String cpuinfo) {
        String name = match(CPU_MODEL, cpuinfo);
        if (name != null) {
            return name;
        }
        Matcher arm = ARM_CPU.matcher(cpuinfo);
        return arm.find() ? "CPU implementer " + arm.group(1) + " part " + arm.group(2) : null;
    }

    private static String platform() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return "windows";
        }
        return name.startsWith("mac") ? "darwin" : name;
    }

    /**
     * The machine's id, hashed with this program's name as its manual asks: it never leaves the machine as it is, and other
     * programs derive other names from it. A plain digest will do, since the id is random; a keyed one would first load and
     * verify the JDK's security providers, 20 to 30 ms of CPU for each build.
     */
    private @Nullable String host() {
        String id = text("etc/machine-id").trim();
        return id.isEmpty() ? null : Digest.of("dev.bengal.host\n" + id);
    }

    private static @Nullable String match(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1).trim() : null;
    }

    private String text(String file) {
        try {
            return Files.readString(root.resolve(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
