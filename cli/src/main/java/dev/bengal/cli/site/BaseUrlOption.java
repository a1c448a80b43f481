package dev.bengal.cli.site;

import dev.bengal.site.config.Configuration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --base-url}: where the site is served, if another place than the configuration says. */
public final class BaseUrlOption {
    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description = "Where the site is served, such as https://example.org/docs; covers site.baseurl.")
    private @Nullable String address;

    public Configuration in(Configuration configuration) {
        return address == null ? configuration : configuration.servedAt(address, "--base-url");
    }
}
