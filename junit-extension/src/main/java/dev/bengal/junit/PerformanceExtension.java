package dev.bengal.junit;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.ReflectionSupport;
import org.opentest4j.AssertionFailedError;

/** Measures the tests that {@link TrackPerformance} or {@link PerformanceBudget} stands on. */
final class PerformanceExtension implements InvocationInterceptor {
    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        intercept(invocation, again(method), context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        intercept(invocation, again(method), context);
    }

    @Override
    public void interceptDynamicTest(
            Invocation<Void> invocation, DynamicTestInvocationContext test, ExtensionContext context) throws Throwable {
        intercept(invocation, Optional.empty(), context);
    }

    /** JUnit lets an invocation proceed once; for more runs the method is called directly. */
    private static Optional<TestBody> again(ReflectiveInvocationContext<Method> method) {
        Object[] arguments = method.getArguments().toArray();
        return arguments.length == method.getExecutable().getParameterCount()
                ? Optional.of(() -> ReflectionSupport.invokeMethod(
                        method.getExecutable(), method.getTarget().orElse(null), arguments))
                : Optional.empty();
    }

    private static void intercept(Invocation<Void> invocation, Optional<TestBody> again, ExtensionContext context)
            throws Throwable {
        Tracking tracking = Tracking.of(context);
        Optional<RecordedRun> run = OpenRuns.executing(context.getUniqueId());
        Optional<TestName> name = TestName.of(context);
        if (name.isEmpty() || (run.isEmpty() && tracking.budget().equals(Budget.NONE))) {
            invocation.proceed();
            return;
        }
        boolean parallel = Parallelism.isOn(context::getConfigurationParameter);
        Optional<Gauge> gauge =
                Warnings.guarded(name.get() + " is not measured", () -> ThisJvm.gauge(parallel, tracking.collecting()));
        TrackedTest test = new TrackedTest(name.get(), measure(invocation::proceed, again, tracking, gauge));
        run.ifPresent(open -> open.add(test));
        judge(test, tracking.budget(), context);
    }

    private static List<Reading> measure(
            TestBody first, Optional<TestBody> again, Tracking tracking, Optional<Gauge> gauge) throws Throwable {
        List<Reading> readings = new ArrayList<>();
        int runs = again.isPresent() ? tracking.warmup() + tracking.runs() : 1;
        int firstCounted = runs == 1 ? 0 : tracking.warmup();
        for (int i = 0; i < runs; i++) {
            TestBody body = i == 0 ? first : again.orElse(first);
            if (i < firstCounted || gauge.isEmpty()) {
                body.run();
            } else {
                body.measuredBy(gauge.get()).ifPresent(readings::add);
            }
        }
        return readings;
    }

    private static void judge(TrackedTest test, Budget budget, ExtensionContext context) {
        Optional<String> excess = budget.excess(test);
        if (excess.isPresent()) {
            throw new AssertionFailedError(excess.get());
        }
        budget.skipped(test).ifPresent(sentence -> {
            Warnings.warn(sentence);
            context.publishReportEntry("bengal.budget", sentence);
        });
    }

    /** The code of a test. */
    @FunctionalInterface
    private interface TestBody {
        void run() throws Throwable;

        /** What it throws passes through; a gauge that fails costs a warning and the reading. */
        default Optional<Reading> measuredBy(Gauge gauge) throws Throwable {
            Optional<Gauge.Begun> begun = Warnings.guarded("a test is not measured", gauge::begin);
            boolean passed = false;
            try {
                run();
                passed = true;
            } finally {
                if (!passed) {
                    begun.ifPresent(Gauge.Begun::abandon);
                }
            }
            return begun.flatMap(started -> Warnings.guarded("a test is not measured", started::end));
        }
    }
}
