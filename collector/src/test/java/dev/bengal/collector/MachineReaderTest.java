package dev.bengal.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.Machine;
import dev.bengal.model.Tooling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineReaderTest {
    @TempDir
    private Path root;

    @Test
    void limits_ofControlGroupsVersion2() throws IOException {
        put("sys/fs/cgroup/cpu.max", "150000 100000\n");
        put("sys/fs/cgroup/memory.max", "2147483648\n");

        assertThat(read().limits()).isEqualTo("cpu=1.5 memory=2048MB");
    }

    @Test
    void limits_ofControlGroupsVersion1() throws IOException {
        put("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "200000\n");
        put("sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000\n");
        put("sys/fs/cgroup/memory/memory.limit_in_bytes", "536870912\n");

        assertThat(read().limits()).isEqualTo("cpu=2 memory=512MB");
    }

    @Test
    void limits_areTheSmallestOnTheWayUp() throws IOException {
        put("proc/self/cgroup", "0::/system.slice/runner.service/job\n");
        put("sys/fs/cgroup/cpu.max", "max 100000\n");
        put("sys/fs/cgroup/system.slice/cpu.max", "400000 100000\n");
        put("sys/fs/cgroup/system.slice/runner.service/cpu.max", "250000 100000\n");
        put("sys/fs/cgroup/system.slice/runner.service/memory.max", "8589934592\n");
        put("sys/fs/cgroup/system.slice/runner.service/job/cpu.max", "max 100000\n");
        put("sys/fs/cgroup/system.slice/runner.service/job/memory.max", "max\n");

        assertThat(read().limits()).isEqualTo("cpu=2.5 memory=8192MB");
    }

    @Test
    void limits_ofVersion1AreThoseOfTheProcessOwnGroup() throws IOException {
        put("proc/self/cgroup", "9:memory:/docker/4f2c\n5:cpu,cpuacct:/docker/4f2c\n1:name=systemd:/docker/4f2c\n");
        put("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
        put("sys/fs/cgroup/memory/docker/4f2c/memory.limit_in_bytes", "1073741824\n");
        put("sys/fs/cgroup/cpu/docker/4f2c/cpu.cfs_quota_us", "50000\n");
        put("sys/fs/cgroup/cpu/docker/4f2c/cpu.cfs_period_us", "100000\n");

        assertThat(read().limits()).isEqualTo("cpu=0.5 memory=1024MB");
    }

    @Test
    void groupThatClimbsOut_isNotFollowed() throws IOException {
        put("proc/self/cgroup", "0::/../../../etc\n");
        put("etc/memory.max", "1048576\n");

        assertThat(read().limits()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            processor: 0~model name\t: AMD EPYC 7763 64-Core Processor | AMD EPYC 7763 64-Core Processor
            processor\t: 0~BogoMIPS\t: 50.00~~Hardware\t: BCM2835~Model\t\t: Raspberry Pi 4 Model B Rev 1.4 | Raspberry Pi 4 Model B Rev 1.4
            system type : MT7621~processor : 0~cpu model\t\t: MIPS 1004Kc V2.15 | MIPS 1004Kc V2.15
            processor\t: 0~BogoMIPS\t: 50.00~CPU implementer\t: 0x41 |
            processor\t: 0~CPU implementer\t: 0x51~CPU architecture: 8~CPU part\t: 0x001~CPU revision\t: 4 | CPU implementer 0x51 part 0x001
            """)
    void processor_isFoundOnEveryArchitecture(String cpuinfo, @Nullable String model) throws IOException {
        put("proc/cpuinfo", cpuinfo.replace("~", "\n").replace("\\t", "\t") + "\n");

        assertThat(read().cpuModel()).isEqualTo(model);
    }

    @Test
    void noLimit_isNone() throws IOException {
        put("sys/fs/cgroup/cpu.max", "max 100000\n");
        put("sys/fs/cgroup/memory.max", "max\n");
        put("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "-1\n");
        put("sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000\n");
        put("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");

        assertThat(read().limits()).isNull();
    }

    @Test
    void processor_andMemoryAreRead() throws IOException {
        put("proc/cpuinfo", "processor\t: 0\nvendor_id\t: X\nmodel name\t: Fast CPU @ 2.0GHz\n\nprocessor\t: 1\n");
        put("proc/meminfo", "MemTotal:       24117248 kB\nMemFree:        1 kB\n");

        assertThat(read().cpuModel()).isEqualTo("Fast CPU @ 2.0GHz");
        assertThat(read().memoryMebibytes()).isEqualTo(23552);
    }

    @Test
    void host_isAHashOfTheMachineIdAndNotTheId() throws IOException {
        put("etc/machine-id", "0123456789abcdef0123456789abcdef\n");
        String host = read().host();

        assertThat(host).matches("[0-9a-f]{12}").doesNotContain("0123456789");
        put("etc/machine-id", "f123456789abcdef0123456789abcdef\n");
        assertThat(read().host()).isNotEqualTo(host);
    }

    @Test
    void nothingReadable_isNothingClaimed() {
        Machine machine = read();

        assertThat(machine.cpuModel()).isNull();
        assertThat(machine.memoryMebibytes()).isNull();
        assertThat(machine.limits()).isNull();
        assertThat(machine.host()).isNull();
    }

    @Test
    void fingerprint_staysWithWhatVariesFromRunToRun() {
        String before = Fingerprint.of(machine("Fast CPU", 2, 24_000, "a"), tooling("17.0.15"));

        // Some memory less after a kernel update, another patch of Java, another host of the same make.
        assertThat(Fingerprint.of(machine("Fast CPU", 2, 23_500, "b"), tooling("17.0.16")))
                .isEqualTo(before);
    }

    @Test
    void fingerprint_changesWithWhatMakesTimesIncomparable() {
        String before = Fingerprint.of(machine("Fast CPU", 2, 24_000, "a"), tooling("17.0.15"));

        assertThat(List.of(
                        Fingerprint.of(machine("Slow CPU", 2, 24_000, "a"), tooling("17.0.15")),
                        Fingerprint.of(machine("Fast CPU", 4, 24_000, "a"), tooling("17.0.15")),
                        Fingerprint.of(machine("Fast CPU", 2, 8_000, "a"), tooling("17.0.15")),
                        Fingerprint.of(machine("Fast CPU", 2, 24_000, "a"), tooling("25.0.1"))))
                .doesNotContain(before)
                .doesNotHaveDuplicates();
    }

    private static Machine machine(String cpu, long count, long memory, String host) {
        return new Machine("linux", "amd64", count, cpu, memory, null, host);
    }

    private static Tooling tooling(String java) {
        return new Tooling(java, List.of(), "bengal");
    }

    private Machine read() {
        return new MachineReader(root).read();
    }

    private void put(String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }
}
