package dev.bengal.collector.allocation;

import java.util.List;

/**
 * A call on a stack.
 *
 * @param type the full name of the class, such as {@code dev.example.Outer$Inner}
 * @param line 0 or less where the class file does not say
 */
record Frame(String type, String method, int line) {
    private static final List<String> JDK = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

    /** Whether it is part of the JDK, as far as the name of its package tells. */
    boolean isJdk() {
        return JDK.stream().anyMatch(type::startsWith);
    }

    /** Such as {@code dev.example.Outer$Inner.run}. */
    String qualifiedMethod() {
        return type + "." + method;
    }
}
