/**
 * Which places in the code allocate most, and who called them.
 *
 * <p>{@link dev.bengal.collector.allocation.AllocationRecorder} lets the JVM's flight recorder note where memory is
 * allocated. It is started before the build and stopped after it, and what it noted is read once the build has been measured:
 *
 * <pre>{@code
 * try (var recorder = AllocationRecorder.start(System.err::println)) {
 *     collector.startBuild();
 *     ...
 *     BuildMetrics build = collector.endBuild(stats);
 *     recorder.stop();
 *     Optional<AllocationProfile> profile = recorder.profile();
 *     Double allocated = build.totals().memory().allocatedMebibytes();
 *     collector.save(profile.map(found -> build.withTopAllocators(found.topAllocators(allocated))).orElse(build), directory);
 * }
 * }</pre>
 *
 * <p>It is for builds that ask for it: the start of the recorder takes some hundreds of milliseconds of CPU.
 */
@NullMarked
package dev.bengal.collector.allocation;

import org.jspecify.annotations.NullMarked;
