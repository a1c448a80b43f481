package dev.bengal.model;

import org.jspecify.annotations.Nullable;

/**
 * The machine that a build ran on; everything but {@code host} decides whether two builds' times may be compared.
 *
 * @param platform the operating system, such as {@code linux}
 * @param limits of the container, such as {@code cpu=2 memory=4096MB}; null without
 * @param host a hash of the machine's id, never its name
 */
public record Machine(
        @Nullable String platform,
        @Nullable String arch,
        @Nullable Long cpuCount,
        @Nullable String cpuModel,
        @Nullable Long memoryMebibytes,
        @Nullable String limits,
        @Nullable String host) {}
