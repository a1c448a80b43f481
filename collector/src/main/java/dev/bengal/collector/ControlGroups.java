package dev.bengal.collector;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the limits that Linux's control groups set to this process, in version 1 and 2. A limit holds for all groups below,
 * so the smallest on the way from the process' own group to the root counts. Inside of a container the root is the
 * container's own group.
 *
 * @see <a href="https://docs.kernel.org/admin-guide/cgroup-v2.html">Control Group v2</a>
 */
final class ControlGroups {
    private static final long BYTES_PER_MEBIBYTE = 1024 * 1024;

    /** Version 1 writes a huge number where there is no limit. */
    private static final long NO_LIMIT = 1L << 60;

    private final Path root;

    /** @param root of the file system, so that a test can lay out another machine's */
    ControlGroups(Path root) {
        this.root = root;
    }

    /** Such as {@code cpu=2 memory=4096MB}; null without any limit. */
    @Nullable
    String limits() {
        List<String> found = new ArrayList<>();
        OptionalDouble cpus = Stream.concat(
                        folders("", "sys/fs/cgroup").map(this::cpusOfVersion2),
                        folders("cpu", "sys/fs/cgroup/cpu").map(this::cpusOfVersion1))
                .flatMapToDouble(OptionalDouble::stream)
                .min();
        if (cpus.isPresent()) {
            found.add("cpu="
                    + String.format(Locale.ROOT, "%.2f", cpus.getAsDouble()).replaceFirst("\\.?0+$", ""));
        }
        OptionalLong memory = Stream.concat(
                        folders("", "sys/fs/cgroup").map(folder -> number(folder.resolve("memory.max"))),
                        folders("memory", "sys/fs/cgroup/memory")
                                .map(folder -> number(folder.resolve("memory.limit_in_bytes"))))
                .flatMapToLong(OptionalLong::stream)
                .filter(bytes -> bytes < NO_LIMIT)
                .min();
        if (memory.isPresent()) {
            found.add("memory=" + memory.getAsLong() / BYTES_PER_MEBIBYTE + "MB");
        }
        return found.isEmpty() ? null : String.join(" ", found);
    }

    /** The folders of the process' group and of all groups around it. */
    private Stream<Path> folders(String controller, String mount) {
        Path top = root.resolve(mount);
        Path group = top.resolve(group(controller)).normalize();
        List<Path> folders = new ArrayList<>();
        for (Path folder = group; folder != null && folder.startsWith(top); folder = folder.getParent()) {
            folders.add(folder);
        }
        return folders.stream();
    }

    /** The group's path below its mount: lines are {@code 0::/path}, or {@code 4:cpu,cpuacct:/path} in version 1. */
    private String group(String controller) {
        return text(root.resolve("proc/self/cgroup"))
                .lines()
                .map(line -> line.split(":", 3))
                .filter(parts ->
                        parts.length == 3 && List.of(parts[1].split(",")).contains(controller))
                .map(parts -> parts[2].replaceFirst("^/+", ""))
                .findFirst()
                .orElse("");
    }

    private OptionalDouble cpusOfVersion2(Path folder) {
        String[] max = text(folder.resolve("cpu.max")).trim().split(" ");
        return max.length == 2 ? cpus(max[0], max[1]) : OptionalDouble.empty();
    }

    private OptionalDouble cpusOfVersion1(Path folder) {
        return cpus(text(folder.resolve("cpu.cfs_quota_us")), text(folder.resolve("cpu.cfs_period_us")));
    }

    private static OptionalDouble cpus(String quota, String period) {
        try {
            double cpus = Double.parseDouble(quota.trim()) / Double.parseDouble(period.trim());
            return cpus > 0 && Double.isFinite(cpus) ? OptionalDouble.of(cpus) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty(); // "max", or nothing at all.
        }
    }

    private static OptionalLong number(Path file) {
        try {
            return OptionalLong.of(Long.parseLong(text(file).trim()));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
