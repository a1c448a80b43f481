package dev.bengal.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bengal.model.Machine;
import dev.bengal.model.MachineLoad;
import dev.bengal.model.Tooling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds what is told of a machine and of its load against the texts of machines of several makes. */
class KnownMachineTest {
    private static final long TEN_SECONDS = 10_000_000_000L;
    private static final Tooling JAVA_17 = new Tooling("17.0.15", List.of(), "bengal");

    @TempDir
    private Path root;

    @ParameterizedTest
    @EnumSource
    void machine_isRead(KnownMachine known) {
        known.layOut(root);
        Machine machine = new MachineReader(root).read();

        assertThat(machine.cpuModel()).isEqualTo(known.cpuModel);
        assertThat(machine.memoryMebibytes()).isEqualTo(known.memoryMebibytes);
        assertThat(machine.limits()).isEqualTo(known.limits);
    }

    @ParameterizedTest
    @EnumSource
    void load_isTheDifferenceOfTwoReadings(KnownMachine known) {
        MachineLoad load = known.end.at(TEN_SECONDS).since(known.start.at(0));

        assertThat(load.load1m()).isEqualTo(known.load.load1m());
        assertClose(load.stealPercent(), known.load.stealPercent());
        assertClose(load.pressureCpuPercent(), known.load.pressurePercent());
        assertThat(load.contended()).isEqualTo(known.load.contended());
    }

    @ParameterizedTest
    @EnumSource
    void countersThatBeganAnew_areNotMeasured(KnownMachine known) {
        MachineLoad load = known.start.at(TEN_SECONDS).since(known.end.at(0));

        assertThat(load.stealPercent()).isIn(null, 0.0);
        assertThat(load.pressureCpuPercent()).isIn(null, 0.0);
    }

    @Test
    void fingerprints_differBetweenMachines() {
        Set<String> fingerprints = new HashSet<>();
        for (KnownMachine known : KnownMachine.values()) {
            Path folder = root.resolve(known.name());
            known.layOut(folder);
            fingerprints.add(fingerprint(folder));
        }

        assertThat(fingerprints).hasSize(KnownMachine.count());
    }

    /** What a restart changes: the clock of the CPU, some of the memory, the session, the machine's counters and its name. */
    @Test
    void fingerprint_outlivesARestart() throws IOException {
        KnownMachine.LAPTOP.layOut(root);
        String before = fingerprint(root);
        Path cpuinfo = root.resolve("proc/cpuinfo");
        Files.writeString(cpuinfo, Files.readString(cpuinfo).replace("1992.002", "799.981"));
        KnownMachine.put(root, "proc/meminfo", "MemTotal:       16240580 kB\nMemFree:        14881120 kB\n");
        KnownMachine.put(root, "proc/self/cgroup", "0::/user.slice/user-1000.slice/session-11.scope\n");
        KnownMachine.put(root, "proc/sys/kernel/random/boot_id", "3c5b6f0e-4d11-4f4e-9a53-2f1f9f2d7c11\n");
        KnownMachine.put(root, "etc/machine-id", "0123456789abcdef0123456789abcdef\n");

        assertThat(fingerprint(root)).isEqualTo(before);
    }

    @Test
    void fingerprint_changesWithTheCpuAlone() throws IOException {
        KnownMachine.LAPTOP.layOut(root);
        String before = fingerprint(root);
        Path cpuinfo = root.resolve("proc/cpuinfo");
        Files.writeString(
                cpuinfo, Files.readString(cpuinfo).replace("i7-8565U CPU @ 1.80GHz", "i7-8550U CPU @ 1.80GHz"));

        assertThat(fingerprint(root)).isNotEqualTo(before);
    }

    private static String fingerprint(Path root) {
        return Fingerprint.of(new MachineReader(root).read(), JAVA_17);
    }

    private static void assertClose(@Nullable Double actual, @Nullable Double expected) {
        if (expected == null) {
            assertThat(actual).isNull();
        } else {
            assertThat(actual).isCloseTo(expected, within(1e-9));
        }
    }
}
