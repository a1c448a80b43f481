package dev.bengal.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.maven.TestCase.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestReportsTest {
    private static final Instant START = Instant.parse("2026-11-25T10:00:00.700Z");

    @TempDir
    private Path folder;

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

        assertThat(TestReports.in(folder, START))
                .containsExactly(
                        new TestCase("shop.CartTest.adds", 1_234_500, Ending.PASSED),
                        new TestCase("shop.CartTest.fails", 250, Ending.FAILED),
                        new TestCase("shop.CartTest.breaks", 100, Ending.FAILED),
                        new TestCase("shop.CartTest.waits", 0, Ending.SKIPPED),
                        new TestCase("shop.CartTest.flaky", 500, Ending.PASSED));
    }

    @Test
    void report_thatIsCutShortGivesWhatStandsBefore() throws IOException {
        report("a", "<testsuite><testcase name='one' classname='A' time='1'/><testcase name='two' cla");

        assertThat(TestReports.in(folder, START)).extracting(TestCase::name).containsExactly("A.one");
    }

    @Test
    void report_cannotReadOtherFilesOrFillTheRecord() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "swordfish");
        report(
                "a",
                "<!DOCTYPE t [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]><testsuite><testcase name='a&#10;b"
                        + "c".repeat(500)
                        + "' classname='A' time='NaN'/><testcase name='&x;' classname='B' time='1'/></testsuite>");

        List<TestCase> tests = TestReports.in(folder, START);

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

        assertThat(TestReports.in(folder, START)).extracting(TestCase::name).containsExactly("A.new");
        assertThat(TestReports.in(folder.resolve("nowhere"), START)).isEmpty();
    }

    @Test
    void tests_areCountedAndTheSlowestKept() {
        RanTests tests = new RanTests();
        for (int i = 1; i <= 12; i++) {
            tests.add(List.of(TestCase.of("A", "t" + i, i, Ending.PASSED)));
        }
        tests.add(List.of(
                TestCase.of("A", "failed", 0.5, Ending.FAILED), TestCase.of("A", "skipped", 99, Ending.SKIPPED)));

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
