package dev.bengal.cli.site;

import dev.bengal.site.SiteException;
import dev.bengal.site.config.Configuration;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The configuration, or another one and what is wrong with it: a build that fails over it is recorded too. */
public record LoadedConfiguration(Configuration configuration, Optional<SiteException> fault) {
    /** With the defaults where it is broken. */
    public static LoadedConfiguration of(Path root, @Nullable String environment, BaseUrlOption baseUrl) {
        return of(root, environment, baseUrl, null);
    }

    /**
     * Reads it, and keeps what is wrong with it.
     *
     * @param known what stands in for a broken one; the defaults where there is none
     */
    public static LoadedConfiguration of(
            Path root, @Nullable String environment, BaseUrlOption baseUrl, @Nullable Configuration known) {
        try {
            return new LoadedConfiguration(baseUrl.in(Configuration.load(root, environment)), Optional.empty());
        } catch (SiteException e) {
            return new LoadedConfiguration(known == null ? Configuration.defaults(root) : known, Optional.of(e));
        }
    }

    public void requireSound() {
        if (fault.isPresent()) {
            throw fault.get();
        }
    }
}
