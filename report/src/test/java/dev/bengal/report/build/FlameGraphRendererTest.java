package dev.bengal.report.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.CallTree;
import dev.bengal.model.TopAllocators;
import dev.bengal.model.sample.SampleBuild;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlameGraphRendererTest {
    private static final BuildMetrics BUILD = SampleBuild.id("01build")
            .commit("0123456789abcdef0123456789abcdef01234567")
            .memory(null, null, 2.0)
            .build()
            .withTopAllocators(new TopAllocators(List.of(), 800, null));
    private static final CallTree STACKS = new CallTree.Builder()
            .add(List.of("demo.Main.main", "java.util.Arrays.copyOf", "new byte[]"), 786_432)
            .add(List.of("demo.Main.main", "new char[]"), 262_144)
            .add(List.of("(no stack was recorded)", "new int[]"), 0)
            .build();

    @Test
    void data_isTheTreeWithEachNameOnce() throws IOException {
        // 1 MiB of samples stands for the 2 MiB that were counted.
        assertThat(data(BUILD, STACKS))
                .contains("\"scale\":2.0")
                .contains("\"tree\":[0,1048576,[[1,1048576,[[2,786432,[[3,786432]]],[4,262144]]]]]")
                .contains(
                        "\"frames\":[\"all\",\"demo.Main.main\",\"java.util.Arrays.copyOf\",\"new byte[]\",\"new char[]\"]")
                .contains("\"kinds\":[0,1,2,3,3]");
    }

    @Test
    void data_saysWhichBuildItIs() throws IOException {
        assertThat(texts(data(BUILD, STACKS)))
                .contains(
                        "Allocation of docs",
                        "site full · commit 01234567 · 2026-03-04 06:06 · build 01build · 2.0MB allocated · 800 samples");
    }

    @Test
    void data_saysThatTheRecordingWasStoppedEarly() throws IOException {
        BuildMetrics build = SampleBuild.id("a").build().withTopAllocators(new TopAllocators(List.of(), 5, 312.5));

        assertThat(texts(data(build, STACKS)))
                .contains("site full · 2026-03-04 06:06 · build a · – allocated · 5 samples"
                        + " · stopped early: only the first 312.5MB");
        BuildMetrics one = SampleBuild.id("a").build().withTopAllocators(new TopAllocators(List.of(), 1, 312.5));
        assertThat(texts(data(one, STACKS)))
                .contains("site full · 2026-03-04 06:06 · build a · – allocated · 1 sample"
                        + " · stopped early: only the first 312.5MB");
    }

    @Test
    void data_leavesOutWhatIsTooThinToSee() throws IOException {
        CallTree stacks = new CallTree.Builder()
                .add(List.of("wide"), 1_000_000)
                .add(List.of("hair"), 101)
                .add(List.of("thinner"), 99)
                .build();

        assertThat(data(BUILD, stacks)).contains("wide", "hair").doesNotContain("thinner");
    }

    @Test
    void data_ofNothingIsARoot() throws IOException {
        assertThat(data(BUILD, new CallTree.Builder().build())).contains("\"tree\":[0,0]", "\"scale\":1");
    }

    @Test
    void data_ofTheDeepestTreeIsReadable() throws IOException {
        CallTree deep = new CallTree.Builder()
                .add(Collections.nCopies(10_000, "deep"), 7)
                .build();

        assertThat(texts(data(BUILD, deep))).contains("deep");
    }

    @Test
    void hostileNames_stayText() throws IOException {
        List<String> hostile = List.of(
                "</script><script>alert(1)</script>",
                "<!--<img src=x onerror=alert(2)>",
                "\\\"];alert(3)//",
                "&lt;\u2028\u202e\u001b[31m'",
                "/*DATA*/");
        BuildMetrics build = SampleBuild.id("</script>")
                .project("</title><script>alert(4)</script>")
                .scenario("<b>")
                .commit("<i>'\"&")
                .build();
        String page = page(build, new CallTree.Builder().add(hostile, 5).build());

        assertThat(page).hasLineCount(page(BUILD, STACKS).lines().toList().size());
        assertThat(count(page, "<script")).isEqualTo(2);
        assertThat(count(page, "</script")).isEqualTo(2);
        assertThat(page).doesNotContain("<b>'", "<img", "<i>", "alert(1)</", "\u2028", "\u202e", "\u001b");
        assertThat(dataOf(page)).doesNotContain("<", ">", "&", "'");
        assertThat(texts(dataOf(page)))
                .contains(hostile.get(0), hostile.get(1), hostile.get(2), hostile.get(4))
                .contains("Allocation of </title><script>alert(4)</script>");
    }

    @Test
    void page_asksForNothingElse() throws IOException {
        String page = page(BUILD, STACKS);

        assertThat(page)
                .startsWith("<!doctype html>")
                .contains("default-src 'none'")
                .doesNotContain("http:", "https:", "src=", "@import", "url(", "fetch(", "XMLHttpRequest", "innerHTML")
                .doesNotContain("/*DATA*/");
    }

    @Test
    void page_canBeUsedWithoutAMouseAndInTheDark() throws IOException {
        assertThat(page(BUILD, STACKS))
                .contains("prefers-color-scheme: dark", "role=\"tree\"", "\"treeitem\"", "aria-label")
                .contains("ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Escape", "Enter", ":focus-visible");
    }

    private static String page(BuildMetrics build, CallTree stacks) throws IOException {
        StringBuilder out = new StringBuilder();
        new FlameGraphRenderer(ZoneOffset.ofHours(1)).render(build, stacks, out);
        return out.toString();
    }

    private static String data(BuildMetrics build, CallTree stacks) throws IOException {
        return dataOf(page(build, stacks));
    }

    private static String dataOf(String page) {
        String start = "<script id=\"data\" type=\"application/json\">";
        int from = page.indexOf(start) + start.length();
        return page.substring(from, page.indexOf("</script>", from));
    }

    /** Every text of a JSON document, as its reader sees it. */
    private static List<String> texts(String json) throws IOException {
        List<String> texts = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    texts.add(parser.getText());
                }
            }
        }
        return texts;
    }

    private static int count(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }
}
