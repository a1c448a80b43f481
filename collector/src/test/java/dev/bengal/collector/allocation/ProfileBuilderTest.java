package dev.bengal.collector.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.AllocationSite;
import dev.bengal.model.CallTree;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProfileBuilderTest {
    private static final long MEBIBYTE = 1024 * 1024;
    private static final Frame ARRAYS = new Frame("java.util.Arrays", "copyOf", 3537);
    private static final Frame PARSE = new Frame("demo.Parser", "parse", 42);
    private static final Frame MAIN = new Frame("demo.Main", "main", 7);

    private final ProfileBuilder builder = new ProfileBuilder();

    @Test
    void site_isTheInnermostFrameOutsideTheJdk() {
        add("byte[]", 3, ARRAYS, PARSE, MAIN);
        add("byte[]", 1, MAIN);

        assertThat(sites())
                .containsExactly(
                        new AllocationSite("Parser", 42L, "demo.Parser.parse", "byte[]", 3, 1, 0.75),
                        new AllocationSite("Main", 7L, "demo.Main.main", "byte[]", 1, 1, 0.25));
    }

    @Test
    void site_isALineAndNotAMethod() {
        add("byte[]", 3, PARSE);
        add("byte[]", 1, new Frame("demo.Parser", "parse", 43));

        assertThat(sites()).extracting(AllocationSite::line).containsExactly(42L, 43L);
    }

    @Test
    void site_hasTheTypeOfMostBytesAndNotOfMostSamples() {
        add("java.lang.String", 1, PARSE);
        add("java.lang.String", 1, PARSE);
        add("byte[]", 3, PARSE);

        assertThat(sites()).containsExactly(new AllocationSite("Parser", 42L, "demo.Parser.parse", "byte[]", 5, 3, 1));
    }

    @Test
    void site_withoutALineHasNone() {
        add("byte[]", 1, new Frame("demo.Native", "call", -1));

        assertThat(sites()).extracting(AllocationSite::line).containsOnlyNulls();
    }

    @Test
    void stackOfTheJdkAlone_isLaidToTheJdk() {
        add("java.io.File", 2, new Frame("sun.nio.fs.UnixPath", "resolve", 1), new Frame("java.lang.Thread", "run", 2));
        add("java.io.File", 1, new Frame("jdk.internal.Foo", "bar", 1));
        add("java.io.File", 1, new Frame("com.sun.proxy.$Proxy3", "bar", 1), new Frame("javax.Foo", "bar", 1));

        assertThat(sites())
                .containsExactly(
                        new AllocationSite("(JDK)", null, "no caller outside the JDK", "java.io.File", 4, 3, 1));
    }

    @Test
    void packageThatOnlySoundsLikeTheJdk_isOutsideOfIt() {
        add("byte[]", 1, new Frame("javassist.Loader", "load", 5));

        assertThat(sites()).extracting(AllocationSite::method).containsExactly("javassist.Loader.load");
    }

    @Test
    void noStack_isSaidToBeUnknown() {
        add("byte[]", 1);

        assertThat(sites())
                .containsExactly(new AllocationSite("(unknown)", null, "no stack was recorded", "byte[]", 1, 1, 1));
        assertThat(builder.build(false).stacks().callees())
                .extracting(CallTree::frame)
                .containsExactly("(no stack was recorded)");
    }

    @Test
    void sites_areTheTenLargest() {
        IntStream.rangeClosed(1, 12).forEach(i -> add("byte[]", i, new Frame("demo.Many", "line", i)));

        assertThat(sites()).extracting(AllocationSite::line).containsExactly(12L, 11L, 10L, 9L, 8L, 7L, 6L, 5L, 4L, 3L);
    }

    @Test
    void sitesOfOneSize_areOrderedByNameAndLine() {
        add("byte[]", 1, new Frame("demo.B", "b", 2));
        add("byte[]", 1, new Frame("demo.B", "b", 1));
        add("byte[]", 1, new Frame("demo.A", "b", 3));

        assertThat(sites()).extracting(AllocationSite::line).containsExactly(3L, 1L, 2L);
    }

    @Test
    void stacks_goFromTheCallerToWhatWasAllocated() {
        add("byte[]", 3, ARRAYS, PARSE, MAIN);
        builder.add(new Allocation("char[]", MEBIBYTE, 1, List.of(PARSE), true));

        assertThat(builder.build(false).stacks())
                .isEqualTo(new CallTree.Builder()
                        .add(
                                List.of("demo.Main.main", "demo.Parser.parse", "java.util.Arrays.copyOf", "new byte[]"),
                                3 * MEBIBYTE)
                        .add(List.of("(deeper than was recorded)", "demo.Parser.parse", "new char[]"), MEBIBYTE)
                        .build());
    }

    @Test
    void nothing_hasNoSites() {
        assertThat(sites()).isEmpty();
        assertThat(builder.build(false).topAllocators(null).samples()).isZero();
    }

    private void add(String type, long mebibytes, Frame... stack) {
        builder.add(new Allocation(type, mebibytes * MEBIBYTE, 1, List.of(stack), false));
    }

    private List<AllocationSite> sites() {
        return builder.build(false).sites();
    }
}
