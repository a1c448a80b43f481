/**
 * What a build links to be measured.
 *
 * <p>{@link dev.bengal.collector.PerformanceCollector} is open for one build and hands out its
 * {@link dev.bengal.collector.Phase phases}:
 *
 * <pre>{@code
 * TrackedBuild build = new TrackedBuild("docs", new Scenario("site full"), root, List.of(output), "mysite 1.4");
 * try (var collector = new PerformanceCollector(
 *         build, Instruments.ofThisJvm(), Surroundings.ofThisProcess(), System.err::println)) {
 *     collector.startBuild();
 *     try (Phase phase = collector.phase("discovery")) {
 *         phase.recordItems(discover());
 *     }
 *     collector.save(collector.endBuild(BuildStats.of(Outcome.SUCCESS)), directory);
 * }
 * }</pre>
 *
 * <p>Each probe reads one thing of the running process, or says that it cannot. {@link dev.bengal.collector.Instruments}
 * holds those that are used together. Nothing here breaks the build that it measures: what fails costs one warning and
 * the record.
 */
@NullMarked
package dev.bengal.collector;

import org.jspecify.annotations.NullMarked;
