package dev.bengal.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.MachineLoad;
import org.junit.jupiter.api.Test;

class LoadReadingTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void since_tellsSharesOfTheTimeInBetween() {
        LoadReading start = LoadReading.parse(
                "0.50 0.40 0.30 1/100 42\n",
                "cpu  100 0 50 800 10 0 5 35 0 0\ncpu0 1 2 3\n",
                "some avg10=0.00 avg60=0.00 avg300=0.00 total=1000000\nfull avg10=0.00 total=0\n",
                0);
        LoadReading end = LoadReading.parse(
                "1.25 0.60 0.30 2/100 43\n",
                "cpu  150 0 70 890 10 0 5 75 0 0\ncpu0 1 2 3\n",
                "some avg10=9.00 avg60=0.00 avg300=0.00 total=1300000\nfull avg10=0.00 total=0\n",
                SECOND);
        MachineLoad load = end.since(start);

        assertThat(load.load1m()).isEqualTo(1.25);
        // 40 of 200 ticks were stolen, and something waited for 0.3 s of the second.
        assertThat(load.stealPercent()).isEqualTo(20);
        assertThat(load.pressureCpuPercent()).isEqualTo(30);
        assertThat(load.contended()).isTrue();
    }

    @Test
    void quietMachine_isNotContended() {
        String stat = "cpu  100 0 50 800 10 0 5 35 0 0\n";
        String later = "cpu  200 0 50 900 10 0 5 35 0 0\n";
        MachineLoad load = LoadReading.parse("0.1 0 0 1/1 1", later, "some avg10=0 total=10", SECOND)
                .since(LoadReading.parse("0.1 0 0 1/1 1", stat, "some avg10=0 total=0", 0));

        assertThat(load.stealPercent()).isZero();
        assertThat(load.contended()).isFalse();
    }

    @Test
    void whereNothingCanBeRead_nothingIsClaimed() {
        MachineLoad load = LoadReading.parse("", "", "", SECOND).since(LoadReading.parse("", "", "", 0));

        assertThat(load).isEqualTo(MachineLoad.UNKNOWN);
    }
}
