package dev.bengal.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * In which way a project was built, such as {@code site full} or {@code mvn verify}. Builds of different scenarios are
 * never compared.
 */
public record Scenario(String name) {
    /** The whole site from nothing. */
    public static final Scenario SITE_FULL = new Scenario("site full");

    /** What changed of a site since it was last built. */
    public static final Scenario SITE_INCREMENTAL = new Scenario("site incremental");

    /** The first build of a site that is served while it is written, from nothing. */
    public static final Scenario SITE_SERVE_FULL = new Scenario("site serve full");

    /** The first build of such a site where an earlier one left something. */
    public static final Scenario SITE_SERVE_INCREMENTAL = new Scenario("site serve incremental");

    /** What a save changed of such a site, in the process that has built it before. */
    public static final Scenario SITE_SERVE_REBUILD = new Scenario("site serve rebuild");

    public Scenario {
        Objects.requireNonNull(name, "name");
        if (name.isBlank()) {
            throw new IllegalArgumentException("scenario name is blank");
        }
    }

    // Written out for the reason given at BuildId.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Scenario scenario && name.equals(scenario.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
