package dev.bengal.junit.samples;

import dev.bengal.junit.TrackPerformance;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that allocate as much as they say, in all the ways in which a test can be written. */
@TestInstance(Lifecycle.PER_CLASS)
@TrackPerformance
public class Allocating {
    @Test
    void sixtyFour() {
        Blocks.allocate(64);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16})
    void given(int mebibytes) {
        Blocks.allocate(mebibytes);
    }

    @Test
    void overloaded() {
        Blocks.allocate(1);
    }

    @Test
    void overloaded(TestInfo info) {
        Blocks.allocate(2);
    }

    @TestFactory
    Stream<DynamicNode> dynamic() {
        return Stream.of(
                DynamicTest.dynamicTest("four", () -> Blocks.allocate(4)),
                DynamicContainer.dynamicContainer(
                        "more", Stream.of(DynamicTest.dynamicTest("six", () -> Blocks.allocate(6)))));
    }
}
