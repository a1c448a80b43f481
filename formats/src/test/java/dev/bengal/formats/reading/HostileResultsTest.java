package dev.bengal.formats.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bengal.formats.FormatsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is malformed is refused with its place; what is meant to do harm does none. */
class HostileResultsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"results":[{"command":"a","mean":1,"times":[1,"x"]}]}       | results: $.results[0].times[1] should be a number
            {"results":[{"command":"a","mean":1},{"command":"","mean":1}]} | results: $.results[1].command should be a string that is not blank
            {"results":[{"command":"a","mean":1},{"mean":1}]}            | results: $.results[1].command is missing and should be a string
            [{"benchmark":"b","mode":"avgt","primaryMetric":{"score":1,"rawData":7}}] | results: $[0].primaryMetric.rawData should be an array
            {"a b":{"latency":{"value":true}}}                           | results: $['a b'].latency.value should be a number
            {"results":[{"command":"a","mean":1}]                        | results:1: not JSON that can be read
            {"results":[{"command":"a","mean":1}]} x                     | results:1: not JSON that can be read
            {"a":{"m":{"value":1}},"a":{"m":{"value":2}}}                | results:1: not JSON that can be read (Duplicate field 'a'
            BenchmarkA 10 x ns/op 5 ns/op                                | results is no history and no result
            BenchmarkA 10 5 ns/op x B/op                                 | results:1: 'x' should be a number
            BenchmarkA 10 5 ns/op 6                                      | results:1: '6' has no unit
            BenchmarkA 10 5 ns/op 6 ns/op                                | results:1: the unit 'ns/op' stands twice
            test a ... bench: many ns/iter (+/- 5)                       | results:1: 'many' should be a number
            test a ... bench: 5                                          | results:1: this should be a value and its unit
            <testsuite><testcase name="a" time="soon"/></testsuite>      | results:1: time is 'soon' and should be a number of seconds
            <testsuite><testcase time="1"/></testsuite>                  | results:1: a testcase without a name
            <testsuite><testcase name="a"                                | results:1: not XML that can be read
            <Catch2TestRun><mean value="1"/></Catch2TestRun>             | results:1: a mean that is of no benchmark
            """)
    void malformed_isRefusedWithItsPlace(String text, String refusal) {
        assertThatThrownBy(() -> Results.of(text))
                .isInstanceOf(FormatsException.class)
                .hasMessageStartingWith(refusal);
    }

    @Test
    void malformed_takesTheGoodFilesWithIt() {
        ResultFile good = Results.file("good", "{\"a\":{\"latency\":{\"value\":1}}}");
        ResultFile bad = Results.file("bad", "{\"b\":{\"latency\":{\"value\":\"x\"}}}");

        assertThatThrownBy(() -> ResultReader.read(List.of(good, bad), Optional.empty()))
                .hasMessageStartingWith("bad: $.b.latency.value should be a number");
    }

    @Test
    void duplicate_namesBothPlaces() {
        ResultFile one = Results.file("one.json", "{\"a\":{\"latency\":{\"value\":1}}}");
        ResultFile other = Results.file("other.json", "{\"a\":{\"latency\":{\"value\":2}}}");

        assertThatThrownBy(() -> ResultReader.read(List.of(one, other), Optional.empty()))
                .hasMessageStartingWith("other.json: $.a.latency: 'a#latency' stands at one.json: $.a.latency already");
    }

    @Test
    void filesOfOneFormat_areOneRun() {
        ResultFile one = Results.file("one.json", "{\"a\":{\"latency\":{\"value\":1}}}");
        ResultFile other = Results.file("other.json", "{\"b\":{\"latency\":{\"value\":2}}}");

        List<ImportedRun> runs = ResultReader.read(List.of(one, other), Optional.empty());

        assertThat(runs).singleElement().satisfies(run -> {
            assertThat(run.files()).containsExactly("one.json", "other.json");
            assertThat(run.measurements()).hasSize(2);
        });
    }

    @Test
    void custom_isAskedForItsDirection() {
        assertThatThrownBy(() -> Results.of("[{\"name\":\"a\",\"unit\":\"x\",\"value\":1}]"))
                .hasMessage(
                        "results does not say which way is better; give --as customSmallerIsBetter or --as customBiggerIsBetter.");
    }

    @Test
    void unknown_isAnsweredWithTheFormatsThatAreKnown() {
        assertThatThrownBy(() -> Results.of("hello\n"))
                .hasMessageStartingWith(
                        "results is no history and no result of a tool that is known; --as names its format: jmh, ");
        assertThatThrownBy(() -> Results.of("")).isInstanceOf(FormatsException.class);
    }

    @Test
    void empty_isSaidToHoldNothing() {
        assertThatThrownBy(() -> Results.of("<testsuite name='a'/>")).hasMessage("results: no result is in there.");
    }

    @Test
    void empty_saysWhatWasLeftOut() {
        assertThatThrownBy(() -> Results.of("{\"a\":{\"latency\":{\"value\":1e999}}}"))
                .hasMessage("results: no result is in there that counts."
                        + " results: $.a.latency: a#latency is Infinity and was left out.");
    }

    @Test
    void nesting_doesNoHarm() {
        assertThatThrownBy(() -> Results.of("\n" + "[".repeat(1_000_000)))
                .hasMessage(
                        "results:2: not JSON that can be read"
                                + " (Document nesting depth (101) exceeds the maximum allowed (100)); nothing of it was taken.");
        assertThatThrownBy(() -> Results.of("{\"a\":".repeat(1_000_000))).hasMessageContaining("not JSON");
        assertThatThrownBy(() -> Results.of("<testsuite>".repeat(100_000)))
                .hasMessageContaining("nested deeper than 100");
    }

    @Test
    void cutText_isRefusedWithThePlaceWhereItBegan() {
        assertThatThrownBy(() -> Results.of("{\n\"a\": [1, 2"))
                .hasMessageContaining("results:2: not JSON that can be read")
                .hasMessageContaining("(start marker at line: 2, column: 6)");
    }

    @Test
    void hugeNumbers_areLeftOutOrRefused() {
        ImportedRun run = Results.of("{\"a\":{\"latency\":{\"value\":1e999999999}, \"x\":{\"value\":1}}}")
                .get(0);
        assertThat(Results.lines(run)).containsExactly("a#x = 1.0  none noisy");
        assertThat(run.notes()).singleElement().asString().contains("$.a.latency: a#latency is Infinity");
        assertThatThrownBy(() -> Results.of("{\"a\":{\"latency\":{\"value\":" + "9".repeat(100_000) + "}}}"))
                .hasMessageContaining("not JSON that can be read");
    }

    @Test
    void manySmallValues_areRefusedBeforeTheyFillTheMemory() {
        String text = "[" + "{},".repeat(3_000_000) + "{}]";
        assertThatThrownBy(() -> Results.of(text)).hasMessageContaining("not JSON that can be read");
    }

    @Test
    void manyMetrics_areRefusedBeforeARecordOfThemIsMade() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i <= 320_000; i++) {
            text.append("BenchmarkA").append(i).append(" 1 1 x/op\n");
        }
        assertThatThrownBy(() -> Results.of(text.toString(), Format.GO))
                .hasMessageStartingWith("results:")
                .hasMessageContaining("more than 320000 metrics");
    }

    @Test
    void hugeFile_isRefusedUnread() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return '[';
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                java.util.Arrays.fill(bytes, offset, offset + length, (byte) '[');
                return length;
            }
        };
        assertThatThrownBy(() -> ResultFile.of("endless", endless))
                .hasMessageStartingWith("endless is larger than 128 MB");
    }

    @Test
    void externalEntities_areNotRead(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "s3cret");
        String text = "<?xml version='1.0'?>\n<!DOCTYPE testsuite [<!ENTITY x SYSTEM '" + secret.toUri()
                + "'>]>\n<testsuite><testcase name='&x;' time='1'/></testsuite>";
        assertThatThrownBy(() -> Results.of(text, Format.JUNIT))
                .isInstanceOf(FormatsException.class)
                .hasMessageContaining("document type")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void entitiesThatGrow_areRefused() {
        StringBuilder text = new StringBuilder("<!DOCTYPE testsuite [<!ENTITY a0 'ha'>");
        for (int i = 1; i < 30; i++) {
            text.append("<!ENTITY a")
                    .append(i)
                    .append(" '&a")
                    .append(i - 1)
                    .append(";&a")
                    .append(i - 1)
                    .append(";'>");
        }
        text.append("]><testsuite name='&a29;'/>");
        assertThatThrownBy(() -> Results.of(text.toString(), Format.JUNIT)).hasMessageContaining("document type");
    }

    @Test
    void archives_areNotUnpacked() {
        byte[] zip = {'P', 'K', 3, 4, 0, 0};
        byte[] gzip = {0x1f, (byte) 0x8b, 8};
        for (byte[] archive : List.of(zip, gzip)) {
            assertThatThrownBy(() -> ResultReader.read(List.of(ResultFile.of("a.zip", archive)), Optional.empty()))
                    .hasMessage("a.zip is a compressed archive; unpack it and import the files that are in it.");
        }
    }

    @Test
    void marksAndColours_areNoObstacle() {
        byte[] windows = "\uFEFFBenchmarkA \t 10\t 5 ns/op\r\n".getBytes(StandardCharsets.UTF_16LE);
        assertThat(Results.lines(ResultReader.read(List.of(ResultFile.of("a", windows)), Optional.empty())
                        .get(0)))
                .containsExactly("BenchmarkA#ns/op = 5.0 ns/op lower noisy");
        assertThat(Results.of("[\u001B[1;34mINFO\u001B[m] BUILD SUCCESS\n[INFO] Total time:  1.500 s\n", Format.MAVEN)
                        .get(0)
                        .wallMillis())
                .isEqualTo(1500);
    }

    @Test
    void xml_isReadInTheEncodingThatItDeclares() {
        String text =
                "<?xml version='1.0' encoding='ISO-8859-1'?><testsuite><testcase name='größe' time='1'/></testsuite>";
        byte[] latin = text.getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Results.lines(ResultReader.read(List.of(ResultFile.of("a", latin)), Optional.empty())
                        .get(0)))
                .containsExactly("größe#time = 1000.0 ms lower noisy");
        byte[] wrong = text.replace("ISO-8859-1", "UTF-8").getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> ResultReader.read(List.of(ResultFile.of("a", wrong)), Optional.empty()))
                .isInstanceOf(FormatsException.class)
                .hasMessageContaining("not XML that can be read");
        assertThatThrownBy(() -> Results.of(text.replace("ISO-8859-1", "klingon")))
                .hasMessageStartingWith("results:1: the encoding klingon is not known");
    }

    /** As .NET and PowerShell write it. */
    @ParameterizedTest
    @ValueSource(strings = {"TEST-junit.xml", "catch2.xml"})
    void xmlWithAMark_isReadAsWithout(String name) throws IOException {
        String text = Files.readString(Results.path(name));

        assertThat(Results.lines(Results.of("\uFEFF" + text).get(0))).isEqualTo(Results.lines(Results.read(name)));
        String otherwise = text.replaceFirst("encoding=\"[^\"]*\"", "encoding=\"ISO-8859-1\"");
        assertThat(Results.lines(Results.of("\uFEFF" + otherwise).get(0)))
                .as("the mark goes before what is declared")
                .isEqualTo(Results.lines(Results.read(name)));
    }

    @Test
    void secondBuildInOneLog_isRefused() {
        String log = "[INFO] BUILD SUCCESS\n[INFO] Total time:  1.500 s\n";
        assertThatThrownBy(() -> Results.of(log + log))
                .hasMessageStartingWith("results:4: a second build ends here, after the one at results:2");
    }

    @Test
    void criterionThroughAPipe_cannotSayWhatItIs() {
        String estimates = "{\"mean\":{\"point_estimate\":1},\"median\":{\"point_estimate\":1}}";
        assertThatThrownBy(() -> Results.of(estimates)).hasMessageContaining("does not say which benchmark it is of");
    }

    @Test
    void sameRepetitionTwice_isRefused() {
        String row = "{\"name\":\"B\",\"run_name\":\"B\",\"repetition_index\":0,\"real_time\":1,\"time_unit\":\"ns\"}";
        assertThatThrownBy(() -> Results.of("{\"context\":{\"num_cpus\":1},\"benchmarks\":[" + row + "," + row + "]}"))
                .hasMessageStartingWith(
                        "results: $.benchmarks[1] is the same repetition of the same benchmark as results: $.benchmarks[0]");
    }
}
