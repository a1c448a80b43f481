package dev.bengal.report;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.sample.SampleBuild;
import dev.bengal.report.history.PerformanceReport;
import dev.bengal.report.history.TableRenderer;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.TimeZone;

/** Reports of invented builds. */
public final class Reports {
    public static final String HASH_1 = "1111111122222222333333334444444455555555";
    public static final String HASH_2 = "aaaaaaaabbbbbbbbccccccccddddddddeeeeeeee";

    private Reports() {}

    /** Their lines are told by their ids. */
    public static PerformanceReport of(SampleBuild... samples) {
        return of(Arrays.stream(samples).map(SampleBuild::build).toList());
    }

    public static PerformanceReport of(List<BuildMetrics> builds) {
        return PerformanceReport.of(builds.stream().map(Reports::record).toList());
    }

    public static BuildRecord record(BuildMetrics build) {
        return new BuildRecord(build, "{\"build_id\": \"" + build.identity().id() + "\"}");
    }

    public static String table(SampleBuild... samples) throws IOException {
        return table(of(samples));
    }

    public static String table(PerformanceReport report) throws IOException {
        StringBuilder out = new StringBuilder();
        new TableRenderer(TimeZone.getTimeZone("GMT+01:00")).render(report, out);
        return out.toString();
    }
}
