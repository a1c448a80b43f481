package dev.bengal.collector;

import dev.bengal.model.Machine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Reads what machine this is, from Linux's {@code /proc} and {@code /sys} where they are there. */
final class MachineReader {
    static final Machine UNKNOWN = new Machine(null, null, null, null, null, null, null);

    private static final Pattern CPU_MODEL = Pattern.compile("(?m)^(?:model name|Model|cpu model)\\s*: *(.+)$");
    private static final Pattern MEMORY = Pattern.compile("(?m)^MemTotal: *(\\d+) kB$");
    private static final long BYTES_PER_MEBIBYTE = 1024 * 1024;
    private static final int HOST_DIGITS = 12;

    /** Version 1 of control groups writes a huge number where there is no limit. */
    private static final long NO_LIMIT = 1L << 60;

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
                match(CPU_MODEL, text("proc/cpuinfo")).orElse(null),
                match(MEMORY, text("proc/meminfo"))
                        .map(kibibytes -> Long.parseLong(kibibytes) / 1024)
                        .orElse(null),
                limits(),
                host());
    }

    private static String platform() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return "windows";
        }
        return name.startsWith("mac") ? "darwin" : name;
    }

    /** Such as {@code cpu=2 memory=4096MB}; null without any limit. */
    private @Nullable String limits() {
        List<String> found = new ArrayList<>();
        cpuLimit().ifPresent(cpus -> found.add("cpu=" + cpus));
        memoryLimit().ifPresent(bytes -> found.add("memory=" + bytes / BYTES_PER_MEBIBYTE + "MB"));
        return found.isEmpty() ? null : String.join(" ", found);
    }

    private Optional<String> cpuLimit() {
        String[] v2 = text("sys/fs/cgroup/cpu.max").trim().split(" ");
        if (v2.length == 2 && !v2[0].equals("max")) {
            return cpus(v2[0], v2[1]);
        }
        return cpus(text("sys/fs/cgroup/cpu/cpu.cfs_quota_us"), text("sys/fs/cgroup/cpu/cpu.cfs_period_us"));
    }

    private static Optional<String> cpus(String quota, String period) {
        try {
            double cpus = Double.parseDouble(quota.trim()) / Double.parseDouble(period.trim());
            return cpus > 0 && Double.isFinite(cpus)
                    ? Optional.of(String.format(Locale.ROOT, "%.2f", cpus).replaceFirst("\\.?0+$", ""))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Optional<Long> memoryLimit() {
        return number(text("sys/fs/cgroup/memory.max"))
                .or(() -> number(text("sys/fs/cgroup/memory/memory.limit_in_bytes")))
                .filter(bytes -> bytes < NO_LIMIT);
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.parseLong(text.trim()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The machine's id, through a keyed hash as its manual asks: it never leaves the machine as it is. */
    private @Nullable String host() {
        String id = text("etc/machine-id").trim();
        if (id.isEmpty()) {
            return null;
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(id.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] hash = mac.doFinal("dev.bengal.host".getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, HOST_DIGITS);
        } catch (GeneralSecurityException e) {
            return null;
        }
    }

    private static Optional<String> match(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1).trim()) : Optional.empty();
    }

    private String text(String file) {
        try {
            return Files.readString(root.resolve(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
