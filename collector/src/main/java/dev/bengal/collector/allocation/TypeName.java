package dev.bengal.collector.allocation;

/** Names classes the way people write them. */
final class TypeName {
    private static final String LAMBDA = "$$Lambda";

    private TypeName() {}

    /** Such as {@code byte[]} for {@code [B}. */
    static String readable(String name) {
        int dimensions = 0;
        while (dimensions < name.length() && name.charAt(dimensions) == '[') {
            dimensions++;
        }
        return dimensions == 0 ? stable(name) : element(name.substring(dimensions)) + "[]".repeat(dimensions);
    }

    private static String element(String descriptor) {
        return switch (descriptor) {
            case "B" -> "byte";
            case "C" -> "char";
            case "D" -> "double";
            case "F" -> "float";
            case "I" -> "int";
            case "J" -> "long";
            case "S" -> "short";
            case "Z" -> "boolean";
            default ->
                stable(
                        descriptor.startsWith("L") && descriptor.endsWith(";")
                                ? descriptor.substring(1, descriptor.length() - 1)
                                : descriptor);
        };
    }

    /** Without the number that the class of a lambda has in this run of the JVM. */
    static String stable(String name) {
        int lambda = name.indexOf(LAMBDA);
        return lambda < 0 ? name : name.substring(0, lambda + LAMBDA.length());
    }
}
