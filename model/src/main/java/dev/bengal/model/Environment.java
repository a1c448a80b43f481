package dev.bengal.model;

import java.util.Objects;

/**
 * Where a build ran.
 *
 * @param fingerprint equal for builds whose times may be compared: a hash over CPU model and count, memory class,
 *     operating system, architecture, Java feature version and limits, and over nothing that changes from run to run
 */
public record Environment(String fingerprint, Machine machine, Tooling tooling, MachineLoad load) {
    public Environment {
        Objects.requireNonNull(fingerprint, "fingerprint");
        Objects.requireNonNull(machine, "machine");
        Objects.requireNonNull(tooling, "tooling");
        Objects.requireNonNull(load, "load");
    }
}
