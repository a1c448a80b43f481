package dev.bengal.junit;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * How a test is to be measured.
 *
 * @param runs that count
 * @param warmup runs before those
 * @param collecting whether to measure the heap without garbage
 */
record Tracking(int runs, int warmup, boolean collecting, Budget budget) {
    Tracking {
        if (runs < 1 || warmup < 0) {
            throw new ExtensionConfigurationException("@TrackPerformance: runs = " + runs + ", warmup = " + warmup
                    + "; there must be at least one run and no less than no warm-up.");
        }
    }

    /** What the annotations of the test say, the nearest ones: on its method, its class or a class around it. */
    static Tracking of(ExtensionContext test) {
        Optional<TrackPerformance> track = nearest(test, TrackPerformance.class);
        Budget budget = nearest(test, PerformanceBudget.class).map(Budget::of).orElse(Budget.NONE);
        return new Tracking(
                track.map(TrackPerformance::runs).orElse(1),
                track.map(TrackPerformance::warmup).orElse(0),
                track.map(TrackPerformance::liveHeap).orElse(false) || budget.needsCollection(),
                budget);
    }

    private static <A extends Annotation> Optional<A> nearest(ExtensionContext test, Class<A> type) {
        Optional<ExtensionContext> context = Optional.of(test);
        while (context.isPresent()) {
            Optional<A> found = context.get()
                    .getElement()
                    .flatMap((AnnotatedElement element) -> AnnotationSupport.findAnnotation(element, type));
            if (found.isPresent()) {
                return found;
            }
            context = context.get().getParent();
        }
        return Optional.empty();
    }
}
