package dev.bengal.cli.site;

import dev.bengal.site.Publication;
import dev.bengal.site.Withheld;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --drafts} and {@code --future}: pages that are usually not published. */
public final class PublicationOptions {
    @Option(names = "--drafts", description = "The site has its pages with 'draft: true', too.")
    private boolean drafts;

    @Option(names = "--future", description = "The site has pages whose date has not come, too.")
    private boolean future;

    Publication publication() {
        return new Publication(drafts, future, InstantSource.system());
    }

    /** What a person may be looking for in vain. */
    public Optional<String> remark(Withheld withheld) {
        List<String> parts = new ArrayList<>();
        if (withheld.drafts() > 0) {
            parts.add(withheld.drafts() + (withheld.drafts() == 1 ? " draft" : " drafts") + " (--drafts)");
        }
        if (withheld.future() > 0) {
            parts.add(
                    withheld.future() + (withheld.future() == 1 ? " page" : " pages") + " of a later date (--future)");
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of("Not published: " + String.join(", ", parts) + ".");
    }
}
