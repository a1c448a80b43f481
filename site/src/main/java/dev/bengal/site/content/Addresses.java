package dev.bengal.site.content;

import dev.bengal.site.PageFault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives every address to one page. A page at the address of its file's name has the first right to it; a page that asks
 * for a taken one by {@code url} or {@code slug} keeps its natural address, with a warning.
 */
final class Addresses {
    private final Map<String, Page> byPath = new LinkedHashMap<>();
    private final List<PageFault> faults;
    private final List<String> warnings;

    Addresses(List<PageFault> faults, List<String> warnings) {
        this.faults = faults;
        this.warnings = warnings;
    }

    /** The pages that have an address, by source. */
    List<Page> settle(List<Page> pages) {
        List<Page> asking = new ArrayList<>();
        for (Page page : pages) {
            if (page.path().equals(page.naturalPath())) {
                claim(page);
            } else {
                asking.add(page);
            }
        }
        Map<String, Page> natural = asking.isEmpty() ? Map.of() : Map.copyOf(byPath);
        for (Page page : asking) {
            Page owner = natural.get(page.path());
            if (owner != null && !natural.containsKey(page.naturalPath())) {
                warnings.add("%s%s asks for the address %s, which is that of %s; it stays at %s."
                        .formatted(
                                page.file(),
                                page.addressLine() == null ? "" : ":" + page.addressLine(),
                                page.path(),
                                owner.file(),
                                page.naturalPath()));
                claim(page.at(page.naturalPath()));
            } else {
                claim(page);
            }
        }
        List<Page> settled = new ArrayList<>(byPath.values());
        settled.sort((one, other) -> one.source().compareTo(other.source()));
        return List.copyOf(settled);
    }

    private void claim(Page page) {
        Page owner = byPath.putIfAbsent(page.path(), page);
        if (owner != null) {
            faults.add(new PageFault(
                    page.file(),
                    page.addressLine(),
                    "has the same address as %s (%s); rename one of them or give it another 'url'"
                            .formatted(owner.file(), page.path())));
        }
    }
}
