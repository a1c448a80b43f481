package dev.bengal.collector;

import dev.bengal.model.Decimals;
import java.io.IOException;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        String[] groups = text(root.resolve("proc/self/cgroup")).split("\n");
        double cpus = cpus(groups);
        if (cpus < Double.POSITIVE_INFINITY) {
            found.add("cpu=" + Decimals.rounded(cpus, 2, RoundingMode.HALF_UP));
        }
        long memory = memory(groups);
        if (memory < NO_LIMIT) {
            found.add("memory=" + memory / BYTES_PER_MEBIBYTE + "MB");
        }
        return found.isEmpty() ? null : String.join(" ", found);
    }

    private double cpus(String[] groups) {
        double smallest = Double.POSITIVE_INFINITY;
        for (Path folder : folders(groups, "", "sys/fs/cgroup")) {
            smallest = Math.min(smallest, cpusOfVersion2(folder));
        }
        for (Path folder : folders(groups, "cpu", "sys/fs/cgroup/cpu")) {
            smallest = Math.min(smallest, cpusOfVersion1(folder));
        }
        return smallest;
    }

    private long memory(String[] groups) {
        long smallest = NO_LIMIT;
        for (Path folder : folders(groups, "", "sys/fs/cgroup")) {
            smallest = Math.min(smallest, number(folder.resolve("memory.max")));
        }
        for (Path folder : folders(groups, "memory", "sys/fs/cgroup/memory")) {
            smallest = Math.min(smallest, number(folder.resolve("memory.limit_in_bytes")));
        }
        return smallest;
    }

    /** The folders of the process' group and of all groups around it. */
    private List<Path> folders(String[] groups, String controller, String mount) {
        Path top = root.resolve(mount);
        Path group = top.resolve(group(groups, controller)).normalize();
        List<Path> folders = new ArrayList<>();
        for (Path folder = group; folder != null && folder.startsWith(top); folder = folder.getParent()) {
            folders.add(folder);
        }
        return folders;
    }

    /** The group's path below its mount: lines are {@code 0::/path}, or {@code 4:cpu,cpuacct:/path} in version 1. */
    private static String group(String[] groups, String controller) {
        for (String line : groups) {
            String[] parts = line.split(":", 3);
            if (parts.length == 3 && List.of(parts[1].split(",")).contains(controller)) {
                return withoutSlashes(parts[2].strip());
            }
        }
        return "";
    }

    private static String withoutSlashes(String path) {
        int start = 0;
        while (start < path.length() && path.charAt(start) == '/') {
            start++;
        }
        return path.substring(start);
    }

    private static double cpusOfVersion2(Path folder) {
        String[] max = text(folder.resolve("cpu.max")).trim().split(" ");
        return max.length == 2 ? cpus(max[0], max[1]) : Double.POSITIVE_INFINITY;
    }

    private static double cpusOfVersion1(Path folder) {
        return cpus(text(folder.resolve("cpu.cfs_quota_us")), text(folder.resolve("cpu.cfs_period_us")));
    }

    /** Without a limit, which may be said in several ways, infinitely many. */
    private static double cpus(String quota, String period) {
        try {
            double cpus = Double.parseDouble(quota.trim()) / Double.parseDouble(period.trim());
            return cpus > 0 ? cpus : Double.POSITIVE_INFINITY;
        } catch (NumberFormatException e) {
            return Double.POSITIVE_INFINITY; // "max", or nothing at all.
        }
    }

    private static long number(Path file) {
        try {
            return Long.parseLong(text(file).trim());
        } catch (NumberFormatException e) {
            return NO_LIMIT;
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
