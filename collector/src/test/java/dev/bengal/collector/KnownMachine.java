package dev.bengal.collector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code /proc} and {@code /sys} of machines of several makes say, in the words of their kernels: which files there
 * are, which fields, which paths. Cut to the parts that are read and their neighbours; what is counted was read twice, ten
 * seconds apart.
 */
enum KnownMachine {
    /** A laptop with a desktop on it: control groups in version 2, all without a limit, and pressure told. */
    LAPTOP(
            "Intel(R) Core(TM) i7-8565U CPU @ 1.80GHz",
            15_860L,
            null,
            Map.of(
                    "proc/cpuinfo",
                    """
                    processor\t: 0
                    vendor_id\t: GenuineIntel
                    cpu family\t: 6
                    model\t\t: 142
                    model name\t: Intel(R) Core(TM) i7-8565U CPU @ 1.80GHz
                    stepping\t: 12
                    cpu MHz\t\t: 1992.002
                    """,
                    "proc/meminfo",
                    "MemTotal:       16241096 kB\nMemFree:         1014356 kB\nMemAvailable:    8811736 kB\n",
                    "proc/self/cgroup",
                    "0::/user.slice/user-1000.slice/session-3.scope\n",
                    "sys/fs/cgroup/user.slice/cpu.max",
                    "max 100000\n",
                    "sys/fs/cgroup/user.slice/memory.max",
                    "max\n",
                    "sys/fs/cgroup/user.slice/user-1000.slice/cpu.max",
                    "max 100000\n",
                    "sys/fs/cgroup/user.slice/user-1000.slice/memory.max",
                    "max\n"),
            Load.of("0.52 0.58 0.59 1/1312 48213", "cpu  1204518 3310 398211 21784310 40218 0 28114 0 0 0", """
                            some avg10=0.31 avg60=0.42 avg300=0.37 total=1843375512
                            full avg10=0.00 avg60=0.00 avg300=0.00 total=0
                            """),
            Load.of("0.60 0.59 0.60 2/1314 48377", "cpu  1205318 3310 398411 21791210 40258 0 28174 0 0 0", """
                            some avg10=0.92 avg60=0.51 avg300=0.39 total=1843575512
                            full avg10=0.00 avg60=0.00 avg300=0.00 total=0
                            """),
            // 200,000 of 10,000,000 µs.
            new Expected(0.60, 0.0, 2.0, false)),

    /**
     * A container of version 1, as Docker makes it: its group has the host's path, which is not there inside, where the
     * container's own group is the root. The kernel is too old to tell of pressure.
     */
    CONTAINER_V1(
            "Intel(R) Xeon(R) CPU E5-2676 v3 @ 2.40GHz",
            64_265L,
            "cpu=2 memory=4096MB",
            Map.of(
                    "proc/cpuinfo",
                    "processor\t: 0\nvendor_id\t: GenuineIntel\nmodel name\t: Intel(R) Xeon(R) CPU E5-2676 v3 @ 2.40GHz\n",
                    "proc/meminfo",
                    "MemTotal:       65807572 kB\nMemFree:        20144160 kB\n",
                    "proc/self/cgroup",
                    """
                    11:cpuset:/docker/305e812abc468e2495a2756398a2cc167f64c64e2f6de835b683faab546d8c24
                    5:cpuacct,cpu:/docker/305e812abc468e2495a2756398a2cc167f64c64e2f6de835b683faab546d8c24
                    2:memory:/docker/305e812abc468e2495a2756398a2cc167f64c64e2f6de835b683faab546d8c24
                    1:name=systemd:/docker/305e812abc468e2495a2756398a2cc167f64c64e2f6de835b683faab546d8c24
                    """,
                    "sys/fs/cgroup/cpu/cpu.cfs_quota_us",
                    "200000\n",
                    "sys/fs/cgroup/cpu/cpu.cfs_period_us",
                    "100000\n",
                    "sys/fs/cgroup/memory/memory.limit_in_bytes",
                    "4294967296\n"),
            Load.of("3.02 2.75 2.60 4/611 19", "cpu  90812044 1022 30118290 701224410 220118 0 711202 120 0 0", ""),
            Load.of("3.40 2.84 2.63 5/613 42", "cpu  90814044 1022 30119290 701225360 220118 0 711212 160 0 0", ""),
            // 40 of 2000 + 1000 + 950 + 10 + 40 ticks.
            new Expected(3.40, 1.0, null, false)),

    /** A pod of Kubernetes on a node of version 2, which shows the pod its own group as the root. */
    POD_V2(
            "AMD EPYC 7B12",
            32_096L,
            "cpu=1.5 memory=2048MB",
            Map.of(
                    "proc/cpuinfo", "processor\t: 0\nvendor_id\t: AuthenticAMD\nmodel name\t: AMD EPYC 7B12\n",
                    "proc/meminfo", "MemTotal:       32867104 kB\nMemFree:         3910044 kB\n",
                    "proc/self/cgroup", "0::/\n",
                    "sys/fs/cgroup/cpu.max", "150000 100000\n",
                    "sys/fs/cgroup/memory.max", "2147483648\n"),
            Load.of("7.81 6.90 6.11 9/2210 133", "cpu  40000 0 20000 40000 0 0 0 0 0 0", """
                            some avg10=61.04 avg60=55.00 avg300=48.20 total=900000000
                            full avg10=1.02 avg60=0.80 avg300=0.66 total=31000000
                            """),
            Load.of("9.12 7.22 6.20 12/2210 201", "cpu  47000 0 20900 40100 0 0 0 0 0 0", """
                            some avg10=64.70 avg60=56.31 avg300=48.77 total=906500000
                            full avg10=1.31 avg60=0.84 avg300=0.67 total=31200000
                            """),
            // 6,500,000 of 10,000,000 µs.
            new Expected(9.12, 0.0, 65.0, true)),

    /** A small virtual machine that has used up what it may: the hypervisor gives its CPU to others. */
    THROTTLED_VM(
            "Intel(R) Xeon(R) CPU E5-2686 v4 @ 2.30GHz",
            983L,
            null,
            Map.of(
                    "proc/cpuinfo",
                    "processor\t: 0\nvendor_id\t: GenuineIntel\nmodel name\t: Intel(R) Xeon(R) CPU E5-2686 v4 @ 2.30GHz\n",
                    "proc/meminfo",
                    "MemTotal:        1007036 kB\nMemFree:          61380 kB\n",
                    "proc/self/cgroup",
                    """
                    4:memory:/user.slice
                    3:cpu,cpuacct:/user.slice
                    1:name=systemd:/user.slice/user-1000.slice/session-1.scope
                    0::/user.slice/user-1000.slice/session-1.scope
                    """,
                    "sys/fs/cgroup/cpu/user.slice/cpu.cfs_quota_us",
                    "-1\n",
                    "sys/fs/cgroup/cpu/user.slice/cpu.cfs_period_us",
                    "100000\n",
                    "sys/fs/cgroup/memory/user.slice/memory.limit_in_bytes",
                    "9223372036854771712\n"),
            Load.of("1.07 1.02 0.98 3/121 2931", "cpu  310022 812 80117 5120033 6113 0 1022 412233 0 0", ""),
            Load.of("1.10 1.03 0.98 2/121 2940", "cpu  310112 812 80127 5120033 6113 0 1022 413133 0 0", ""),
            // 900 of 90 + 10 + 900 ticks.
            new Expected(1.10, 90.0, null, true)),

    /** A micro virtual machine with both versions mounted, the groups in version 1, one controller a line. */
    HYBRID_VM(
            "AMD EPYC",
            24_105L,
            "memory=8192MB",
            Map.of(
                    "proc/cpuinfo",
                    "processor\t: 0\nvendor_id\t: AuthenticAMD\ncpu family\t: 26\nmodel\t\t: 2\nmodel name\t: AMD EPYC\n",
                    "proc/meminfo",
                    "MemTotal:       24683620 kB\nMemFree:        23014600 kB\n",
                    "proc/self/cgroup",
                    """
                    9:name=systemd:/
                    8:pids:/
                    4:memory:/jobs/53cdc43af92b21ff247dceddf5e3bcd0
                    3:cpuset:/
                    2:cpuacct:/
                    1:cpu:/
                    0::/
                    """,
                    "sys/fs/cgroup/memory/jobs/53cdc43af92b21ff247dceddf5e3bcd0/memory.limit_in_bytes",
                    "8589934592\n",
                    "sys/fs/cgroup/memory/memory.limit_in_bytes",
                    "9223372036854771712\n",
                    "sys/fs/cgroup/cpu/cpu.cfs_quota_us",
                    "-1\n"),
            Load.of("3.36 3.80 2.84 3/138 21549", "cpu  143412 0 32379 67827 617 0 842 0 0 0", """
                            some avg10=27.14 avg60=41.08 avg300=47.12 total=556887346
                            full avg10=0.00 avg60=0.00 avg300=0.00 total=0
                            """),
            Load.of("3.10 3.73 2.82 2/93 21597", "cpu  143582 0 32427 68427 617 0 843 0 0 0", """
                            some avg10=27.12 avg60=40.23 avg300=46.86 total=557403142
                            full avg10=0.00 avg60=0.00 avg300=0.00 total=0
                            """),
            // 515,796 of 10,000,000 µs.
            new Expected(3.10, 0.0, 5.15796, false)),

    /** An ARM server, which has no name for its CPU but the numbers of its maker and part. */
    ARM_SERVER(
            "CPU implementer 0x41 part 0xd0c",
            15_755L,
            null,
            Map.of(
                    "proc/cpuinfo",
                    """
                    processor\t: 0
                    BogoMIPS\t: 243.75
                    Features\t: fp asimd evtstrm aes pmull sha1 sha2 crc32 atomics fphp asimdhp cpuid
                    CPU implementer\t: 0x41
                    CPU architecture: 8
                    CPU variant\t: 0x3
                    CPU part\t: 0xd0c
                    CPU revision\t: 1
                    """,
                    "proc/meminfo",
                    "MemTotal:       16133468 kB\nMemFree:        12001044 kB\n",
                    "proc/self/cgroup",
                    "0::/system.slice/runner.service\n",
                    "sys/fs/cgroup/system.slice/runner.service/memory.max",
                    "max\n"),
            Load.of("0.00 0.01 0.05 1/160 911", "cpu  1000 0 500 98500 0 0 0 0 0 0", "some avg10=0.00 total=100\n"),
            Load.of("0.08 0.03 0.05 1/160 930", "cpu  1100 0 550 99350 0 0 0 0 0 0", "some avg10=0.00 total=100\n"),
            new Expected(0.08, 0.0, 0.0, false)),

    /** A small board, whose name stands at the end of the file. */
    ARM_BOARD(
            "Raspberry Pi 4 Model B Rev 1.4",
            3_794L,
            null,
            Map.of(
                    "proc/cpuinfo",
                    """
                    processor\t: 0
                    BogoMIPS\t: 108.00
                    CPU implementer\t: 0x41
                    CPU part\t: 0xd08

                    Hardware\t: BCM2835
                    Revision\t: c03114
                    Model\t\t: Raspberry Pi 4 Model B Rev 1.4
                    """,
                    "proc/meminfo",
                    "MemTotal:        3885396 kB\nMemFree:         3011024 kB\n",
                    "proc/self/cgroup",
                    "0::/user.slice/user-1000.slice/session-1.scope\n"),
            Load.of("0.20 0.12 0.10 1/180 1041", "cpu  2000 10 900 90000 300 0 40 0 0 0", ""),
            Load.of("0.31 0.15 0.11 1/180 1060", "cpu  2400 10 1000 93500 300 0 40 0 0 0", ""),
            new Expected(0.31, 0.0, null, false)),

    /** A kernel from before there was a word for stolen time: seven numbers a CPU. */
    OLD_KERNEL(
            "Intel(R) Xeon(TM) CPU 3.00GHz",
            3_954L,
            null,
            Map.of(
                    "proc/cpuinfo", "processor\t: 0\nmodel name\t: Intel(R) Xeon(TM) CPU 3.00GHz\n",
                    "proc/meminfo", "MemTotal:      4049740 kB\nMemFree:         22180 kB\n"),
            Load.of("0.04 0.03 0.00 1/95 3311", "cpu  96714 4410 24020 9113202 31811 1101 2210", ""),
            Load.of("0.03 0.03 0.00 1/95 3320", "cpu  96814 4410 24050 9114102 31811 1101 2210", ""),
            new Expected(0.03, null, null, null));

    final @Nullable String cpuModel;
    final @Nullable Long memoryMebibytes;
    final @Nullable String limits;
    final Load start;
    final Load end;
    final Expected load;
    private final Map<String, String> files;

    KnownMachine(
            @Nullable String cpuModel,
            @Nullable Long memoryMebibytes,
            @Nullable String limits,
            Map<String, String> files,
            Load start,
            Load end,
            Expected load) {
        this.cpuModel = cpuModel;
        this.memoryMebibytes = memoryMebibytes;
        this.limits = limits;
        this.files = files;
        this.start = start;
        this.end = end;
        this.load = load;
    }

    /** Lays out its files below {@code root}. */
    void layOut(Path root) {
        files.forEach((file, text) -> put(root, file, text));
    }

    static void put(Path root, String file, String text) {
        try {
            Path path = root.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int count() {
        return Arrays.asList(values()).size();
    }

    /** What is counted, at one moment. */
    record Load(String loadavg, String stat, String pressure) {
        static Load of(String loadavg, String cpus, String pressure) {
            String first = cpus.replaceFirst("cpu ", "cpu0");
            return new Load(loadavg + "\n", cpus + "\n" + first + "\nintr 1462898\nctxt 115315\n", pressure);
        }

        LoadReading at(long nanos) {
            return LoadReading.parse(loadavg, stat, pressure, nanos);
        }
    }

    /** What the ten seconds come to, worked by hand. */
    record Expected(
            double load1m,
            @Nullable Double stealPercent,
            @Nullable Double pressurePercent,
            @Nullable Boolean contended) {}
}
