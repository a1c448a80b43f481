package dev.bengal.junit;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * The name of a test, which stays the same from run to run: class, method, the types of its parameters where the method is
 * overloaded, and the number of the invocation where it runs several times. Such as {@code shop.CatalogTest.loads},
 * {@code shop.CatalogTest$Empty.loads} or {@code shop.CatalogTest.loads(int)[3]}. What an invocation is displayed as would
 * not do: it may hold anything, even a path that changes with each run.
 */
record TestName(String value) {
    private static final Pattern INVOCATION = Pattern.compile(
            "\\[(?:class-template-invocation|test-template-invocation|dynamic-container|dynamic-test):#(\\d+)]");

    /** Empty where the test is no method. */
    static Optional<TestName> of(ExtensionContext context) {
        for (Optional<ExtensionContext> holder = Optional.of(context);
                holder.isPresent();
                holder = holder.get().getParent()) {
            Optional<Method> method = holder.get().getTestMethod();
            if (method.isPresent()) {
                Class<?> type = holder.get().getRequiredTestClass();
                return Optional.of(new TestName(
                        type.getName() + "." + method(type, method.get()) + invocation(context.getUniqueId())));
            }
        }
        return Optional.empty();
    }

    private static String method(Class<?> type, Method method) {
        List<Method> named = ReflectionSupport.findMethods(
                type,
                other -> other.getName().equals(method.getName()) && !other.isSynthetic(),
                HierarchyTraversalMode.TOP_DOWN);
        return named.size() < 2
                ? method.getName()
                : Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(",", method.getName() + "(", ")"));
    }

    private static String invocation(String uniqueId) {
        List<String> numbers = INVOCATION
                .matcher(uniqueId)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        return numbers.isEmpty() ? "" : "[" + String.join(".", numbers) + "]";
    }

    @Override
    public String toString() {
        return value;
    }
}
