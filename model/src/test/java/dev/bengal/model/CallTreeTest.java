package dev.bengal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallTreeTest {
    private final CallTree.Builder builder = new CallTree.Builder();

    @Test
    void build_addsStacksUpFromTheirCallers() {
        CallTree tree = builder.add(List.of("main", "parse"), 5)
                .add(List.of("main", "render", "write"), 20)
                .add(List.of("main", "parse"), 2)
                .add(List.of("main"), 1)
                .build();

        assertThat(tree)
                .isEqualTo(new CallTree(
                        "",
                        28,
                        List.of(new CallTree(
                                "main",
                                28,
                                List.of(
                                        new CallTree("render", 20, List.of(new CallTree("write", 20, List.of()))),
                                        new CallTree("parse", 7, List.of()))))));
        assertThat(tree.callees().get(0).ownBytes()).isEqualTo(1);
    }

    @Test
    void callees_ofOneSizeAreOrderedByName() {
        builder.add(List.of("b"), 1).add(List.of("a"), 1).add(List.of("c"), 2);

        assertThat(builder.build().callees()).extracting(CallTree::frame).containsExactly("c", "a", "b");
    }

    @Test
    void recursion_isAFrameEachTime() {
        CallTree tree = builder.add(List.of("walk", "walk"), 3).build();

        assertThat(tree.callees().get(0).callees()).extracting(CallTree::frame).containsExactly("walk");
    }

    @Test
    void stackBeyondAnyMeasure_isCut() {
        CallTree tree = builder.add(Collections.nCopies(1_000_000, "deep"), 3).build();

        int depth = 0;
        for (CallTree node = tree;
                !node.callees().isEmpty();
                node = node.callees().get(0)) {
            depth++;
        }
        assertThat(depth).isEqualTo(CallTree.DEEPEST);
    }

    @Test
    void nothing_isARootOfNoBytes() {
        assertThat(builder.build()).isEqualTo(new CallTree("", 0, List.of()));
    }

    @Test
    void add_refusesLessThanNothing() {
        assertThatThrownBy(() -> builder.add(List.of("main"), -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
