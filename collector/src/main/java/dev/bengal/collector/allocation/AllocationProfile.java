package dev.bengal.collector.allocation;

import dev.bengal.model.AllocationSite;
import dev.bengal.model.CallTree;
import dev.bengal.model.TopAllocators;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a recording found out.
 *
 * @param sites the ten largest, the largest first; their sizes are what the samples stand for
 * @param samples how many allocations were seen, over all sites
 * @param stacks all of them, with what their samples stand for
 * @param truncated whether the recording grew to its limit and was stopped before the build was over
 */
public record AllocationProfile(List<AllocationSite> sites, long samples, CallTree stacks, boolean truncated) {
    private static final double MEBIBYTE = 1024 * 1024;

    public AllocationProfile {
        sites = List.copyOf(sites);
        Objects.requireNonNull(stacks, "stacks");
    }

    /**
     * The sites with the sizes that their shares make of all that was allocated. Shares are measured well, to about a
     * percentage point; the exact total is known from elsewhere.
     *
     * @param allocatedMebibytes by the whole build; null where that was not measured, and the sizes stay as they are
     */
    public TopAllocators topAllocators(@Nullable Double allocatedMebibytes) {
        return new TopAllocators(
                allocatedMebibytes == null
                        ? sites
                        : sites.stream()
                                .map(site -> scaled(site, allocatedMebibytes))
                                .toList(),
                samples,
                truncated ? stacks.bytes() / MEBIBYTE : null);
    }

    private static AllocationSite scaled(AllocationSite site, double allocatedMebibytes) {
        return new AllocationSite(
                site.file(),
                site.line(),
                site.method(),
                site.type(),
                site.share() * allocatedMebibytes,
                site.count(),
                site.share());
    }
}
