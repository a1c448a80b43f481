package dev.bengal.model.planted;

import dev.bengal.report.history.PerformanceReport;
import java.util.List;

/** A violation that the architecture test has to find: by its name, and by whom it knows. */
public final class ModelUtil {
    /** Knows a module that knows the model. */
    public PerformanceReport report() {
        return PerformanceReport.of(List.of());
    }
}
