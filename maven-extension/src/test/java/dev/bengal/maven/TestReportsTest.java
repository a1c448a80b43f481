package dev.bengal.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.bengal.maven.TestCase.Ending;
import dev.bengal.maven.TestReports.Found;
import dev.bengal.model.Measurement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestReportsTest {
    private static final Instant START = Instant.parse("2026-11-25T10:00:00.700Z");

    private static final long MOST = 1000;

    @TempDir
    private Path folder;

    private final TestReports reports = new TestReports(MOST);

    private List<TestCase> found() {
        Found found = reports.in(folder, START);
        assertThat(found.complete()).isTrue();
        return found.tests();
    }

    @Test
    void report_tellsNamesTimesAndEndings() throws IOException {
        report("a", """
                <testsuite>
                  <properties><property name="testcase" value="x"/></properties>
                  <testcase name="adds" classname="shop.CartTest" time="1,234.5"/>
                  <testcase name="fails" classname="shop.CartTest" time="0.25"><failure>no &lt;b&gt;</failure></testcase>
                  <testcase name="breaks" classname="shop.CartTest" time="0.1"><error/><system-out>x</system-out></testcase>
                  <testcase name="waits" classname="shop.CartTest" time="0"><skipped/></testcase>
                  <testcase name="flaky" classname="shop.CartTest" time="0.5"><flakyFailure>once</flakyFailure></testcase>
                </testsuite>
                """);

        assertThat(found())
                .containsExactly(
                        new TestCase("shop.CartTest.adds", 1_234_500, Ending.PASSED),
                        new TestCase("shop.CartTest.fails", 250, Ending.FAILED),
                        new TestCase("shop.CartTest.breaks", 100, Ending.FAILED),
                        new TestCase("shop.CartTest.waits", 0, Ending.SKIPPED),
                        new TestCase("shop.CartTest.flaky", 500, Ending.PASSED));
    }

    /** By the end of a JVM that was killed, by what a test wrote that XML may not hold, and by bytes that are no UTF-8. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<testcase name='two' cla",
                "<testcase name='two'>\1</testcase></testsuite>",
                "\u00e9</testsuite>"
            })
    void report_thatBreaksOffGivesWhatStandsBeforeAndIsNotComplete(String end) throws IOException {
        Files.write(
                report("a", ""),
                ("<testsuite><testcase name='one' classname='A' time='1'/>" + end)
                        .getBytes(StandardCharsets.ISO_8859_1));

        Found found = reports.in(folder, Instant.EPOCH);

        assertThat(found.tests()).extracting(TestCase::name).containsExactly("A.one");
        assertThat(found.complete()).isFalse();
    }

    @Test
    void report_cannotReadOtherFilesOrFillTheRecord() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "swordfish");
        report(
                "a",
                "<!DOCTYPE t [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]><testsuite><testcase name='a&#10;b"
                        + "c".repeat(500)
                        + "' classname='A' time='NaN'/><testcase name='&x;' classname='B' time='1'/></testsuite>");

        List<TestCase> tests = reports.in(folder, START).tests();

        assertThat(tests)
                .allSatisfy(test ->
                        assertThat(test.name()).doesNotContain("swordfish").hasSizeLessThanOrEqualTo(200));
        assertThat(tests).extracting(TestCase::millis).containsOnly(0.0);
    }

    @Test
    void report_ofAnEarlierBuildDoesNotCount() throws IOException {
        Path old = report("old", "<testsuite><testcase name='old' classname='A' time='1'/></testsuite>");
        Files.setLastModifiedTime(old, FileTime.from(START.minusSeconds(60)));
        Path sameSecond = report("new", "<testsuite><testcase name='new' classname='A' time='1'/></testsuite>");
        Files.setLastModifiedTime(sameSecond, FileTime.from(Instant.parse("2026-11-25T10:00:00Z")));

        assertThat(found()).extracting(TestCase::name).containsExactly("A.new");
        assertThat(reports.in(folder.resolve("nowhere"), START)).isEqualTo(new Found(List.of(), true));
    }

    @Test
    void report_ofTheSameBuildCountsOnce() throws IOException {
        Path one = report("one", "<testsuite><testcase name='one' classname='A' time='1'/></testsuite>");
        assertThat(found()).extracting(TestCase::name).containsExactly("A.one");

        report("two", "<testsuite><testcase name='two' classname='A' time='1'/></testsuite>");
        assertThat(found()).extracting(TestCase::name).containsExactly("A.two");

        Files.setLastModifiedTime(one, FileTime.from(START.plusSeconds(2)));
        assertThat(found())
                .as("somebody wrote it again")
                .extracting(TestCase::name)
                .containsExactly("A.one");
    }

    @Test
    void reports_thatAreTooLargeMakeTheCountsAnEstimate() throws IOException {
        String full =
                "<testsuite><testcase name='big' classname='A' time='1'/>" + " ".repeat((int) MOST) + "</testsuite>";
        Path old = report("old", full);
        Files.setLastModifiedTime(old, FileTime.from(START.minusSeconds(60)));
        report("new", "<testsuite><testcase name='new' classname='A' time='1'/></testsuite>");
        RanTests tests = new RanTests();

        tests.add(reports.in(folder, START));
        assertThat(tests.measurements())
                .as("what is not read takes nothing from what is")
                .hasSize(4)
                .allMatch(Measurement::exact);

        report("big", full);
        report("last", "<testsuite><testcase name='last' classname='A' time='1'/></testsuite>");
        tests.add(reports.in(folder, START));
        assertThat(tests.measurements().subList(0, 3))
                .extracting(one -> one.metric().name(), Measurement::value, Measurement::exact)
                .containsExactly(
                        tuple("tests.run", 2.0, false),
                        tuple("tests.failed", 0.0, false),
                        tuple("tests.skipped", 0.0, false));
    }

    /** Whoever opens a pipe that nobody writes into waits for ever. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    void reports_areFilesOfTheirOwn(@TempDir Path elsewhere) throws Exception {
        Path other = Files.writeString(
                elsewhere.resolve("other.xml"), "<testsuite><testcase name='x' classname='A' time='1'/></testsuite>");
        Files.setLastModifiedTime(other, FileTime.from(START.plusSeconds(1)));
        Files.createSymbolicLink(folder.resolve("TEST-link.xml"), other);
        Files.createDirectory(folder.resolve("TEST-folder.xml"));
        Path pipe = folder.resolve("TEST-pipe.xml");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertThat(reports.in(folder, Instant.EPOCH)).isEqualTo(new Found(List.of(), true));
    }

    @Test
    void tests_areCountedAndTheSlowestKept() {
        RanTests tests = new RanTests();
        for (int i = 1; i <= 12; i++) {
            tests.add(new Found(List.of(TestCase.of("A", "t" + i, i, Ending.PASSED)), true));
        }
        tests.add(new Found(
                List.of(
                        TestCase.of("A", "failed", 0.5, Ending.FAILED),
                        TestCase.of("A", "skipped", 99, Ending.SKIPPED)),
                true));

        assertThat(tests.measurements().stream().map(one -> one.metric().name() + "=" + one.value()))
                .startsWith("tests.run=13.0", "tests.failed=1.0", "tests.skipped=1.0", "test.A.t12.duration_ms=12.0")
                .endsWith("test.A.t3.duration_ms=3.0")
                .hasSize(13);
        assertThat(new RanTests().measurements()).isEmpty();
    }

    private Path report(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve("TEST-" + name + ".xml"), text);
        Files.setLastModifiedTime(file, FileTime.from(START.plusSeconds(1)));
        return file;
    }
}
