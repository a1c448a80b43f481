package dev.bengal.store.upkeep;

import dev.bengal.store.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What the doctor found.
 *
 * @param sound how many builds and events stand as they should
 * @param findings what is wrong with lines, in their order
 * @param damaged how many lines are no record, or another record under a known id; they are set aside
 * @param superfluous how many lines are blank, or there already letter by letter; they are taken out
 * @param index what is wrong with the index; empty where nothing is, or where there is none
 */
public record Diagnosis(long sound, List<Finding> findings, long damaged, long superfluous, Optional<String> index) {
    public Diagnosis {
        findings = List.copyOf(findings);
    }

    /** Whether there is nothing to repair. */
    public boolean isHealthy() {
        return damaged == 0 && superfluous == 0 && index.isEmpty();
    }
}
