package dev.bengal.collector.allocation;

import java.util.List;

/**
 * Allocations of one type with one stack.
 *
 * @param type the class of the object, such as {@code byte[]}
 * @param bytes that the samples stand for
 * @param samples how many were seen
 * @param stack the innermost frame first; empty where none was recorded
 * @param cut whether the stack was deeper than what was recorded of it
 */
record Allocation(String type, long bytes, long samples, List<Frame> stack, boolean cut) {
    Allocation {
        stack = List.copyOf(stack);
    }
}
