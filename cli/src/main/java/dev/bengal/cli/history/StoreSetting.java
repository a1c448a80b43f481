package dev.bengal.cli.history;

import dev.bengal.cli.terminal.Surface;
import dev.bengal.collector.Surroundings;
import dev.bengal.journal.MetricsDirectory;
import dev.bengal.site.config.Configuration;
import dev.bengal.store.BuildStore;
import dev.bengal.store.DeliveringStore;
import dev.bengal.store.JournalStore;
import dev.bengal.store.Outbox;
import dev.bengal.store.SharedStore;
import dev.bengal.store.SharedStoreException;
import dev.bengal.store.sql.SqlStore;
import dev.bengal.store.sql.StoreUrl;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the shared history lies: as {@code BENGAL_STORE} says, else {@code [perf] store}. In CI the variable alone counts, since a
 * branch under test may change the file, and must not choose whom this machine talks to and shows its password.
 *
 * @param text empty for none
 * @param origin the variable, or the place in the configuration
 */
public record StoreSetting(String text, String origin) {
    public static final String VARIABLE = "BENGAL_STORE";
    public static final String KEY = "perf.store";

    /** No shared history. */
    public static final StoreSetting NONE = new StoreSetting("", "");

    /** How long an answer is waited for while someone asks, and while a build wants to end. */
    public static final Duration WHEN_ASKED = Duration.ofSeconds(60);

    public static final Duration AFTER_A_BUILD = Duration.ofSeconds(10);

    private static final Duration HOWEVER_LONG = Duration.ofDays(1);

    /** How long one command goes on delivering what older ones could not. */
    private static final Duration DELIVERING = Duration.ofSeconds(3);

    /** The one that counts; one that does not is said to be ignored. */
    public static StoreSetting of(Configuration configuration, Surface surface) {
        String variable = surface.variables().getOrDefault(VARIABLE, "").strip();
        if (!variable.isEmpty()) {
            return new StoreSetting(variable, VARIABLE);
        }
        String configured = configuration.string(KEY).orElse("").strip();
        if (configured.isEmpty()) {
            return NONE;
        }
        if (Surroundings.isCi(surface.variables())) {
            surface.err()
                    .println("note: in CI the shared history is taken from " + VARIABLE + " alone; " + KEY + " of "
                            + origin(configuration) + " is ignored.");
            return NONE;
        }
        return new StoreSetting(configured, origin(configuration));
    }

    private static String origin(Configuration configuration) {
        return configuration.entry(KEY).map(entry -> entry.origin()).orElse(KEY);
    }

    /**
     * The shared history itself, if there is one.
     *
     * @param project which it is opened for, and whose local history it is fed from
     * @throws SharedStoreException where the address is none
     */
    public Optional<SharedStore> shared(String project, Duration patience, Surface surface) {
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(new SqlStore(StoreUrl.parse(text), credentials(surface.variables()), project, patience));
    }

    /** The local history, and before it the shared one, if there is one. */
    public BuildStore over(
            BuildStore local, MetricsDirectory directory, String project, Duration patience, Surface surface) {
        return shared(project, patience, surface)
                .<BuildStore>map(shared -> new DeliveringStore(
                        local, shared, new Outbox(directory.journal(), shared), DELIVERING, surface::warn))
                .orElse(local);
    }

    /** Delivers what is pending; what fails costs a warning. */
    public void deliver(MetricsDirectory directory, String project, Surface surface) {
        try {
            if (over(JournalStore.of(directory, project), directory, project, AFTER_A_BUILD, surface)
                    instanceof DeliveringStore store) {
                store.deliver();
            }
        } catch (SharedStoreException e) {
            surface.warn(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Delivers all that is pending, however long it takes.
     *
     * @throws SharedStoreException where the address is none, or not all that is pending can be delivered
     */
    public void deliverAll(MetricsDirectory directory, String project, Surface surface) {
        shared(project, WHEN_ASKED, surface).ifPresent(shared -> {
            if (!new Outbox(directory.journal(), shared).deliver(HOWEVER_LONG).isWhole()) {
                throw SharedStoreException.refused(
                        shared.name() + " does not have all that is recorded here: the history was written anew"
                                + " meanwhile. 'bengal perf sync' delivers the rest.",
                        null);
            }
        });
    }

    /** The driver reads PGPASSFILE and the files themselves. */
    private static Map<String, String> credentials(Map<String, String> variables) {
        Map<String, String> credentials = new HashMap<>();
        put(credentials, "user", variables.get("PGUSER"));
        put(credentials, "password", variables.get("PGPASSWORD"));
        put(credentials, "service", variables.get("PGSERVICE"));
        return credentials;
    }

    private static void put(Map<String, String> credentials, String property, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            credentials.put(property, value);
        }
    }

    /** Fit to be shown: without anything secret. */
    public String shown() {
        try {
            return StoreUrl.parse(text).name();
        } catch (SharedStoreException e) {
            return "(not an address that can be used)";
        }
    }
}
