package dev.bengal.collector;

import dev.bengal.model.Machine;
import dev.bengal.model.Tooling;
import org.jspecify.annotations.Nullable;

/** Twelve digits that are equal where two builds' times may be compared. */
final class Fingerprint {
    private static final double MEBIBYTES_PER_GIBIBYTE = 1024;

    private Fingerprint() {}

    static String of(Machine machine, Tooling tooling) {
        return Digest.of(String.join(
                "\n",
                told(machine.cpuModel()),
                told(machine.cpuCount()),
                told(memoryClass(machine.memoryMebibytes())),
                told(machine.platform()),
                told(machine.arch()),
                told(feature(tooling.javaVersion())),
                told(machine.limits())));
    }

    private static String told(@Nullable Object part) {
        return part == null ? "?" : part.toString();
    }

    /** The nearest power of two in GiB: kernels keep a little for themselves, and not always the same. */
    private static @Nullable Long memoryClass(@Nullable Long mebibytes) {
        return mebibytes == null || mebibytes <= 0
                ? null
                : Math.round(Math.log(mebibytes / MEBIBYTES_PER_GIBIBYTE) / Math.log(2));
    }

    private static @Nullable String feature(@Nullable String javaVersion) {
        return javaVersion == null ? null : javaVersion.split("[.+-]")[0];
    }
}
