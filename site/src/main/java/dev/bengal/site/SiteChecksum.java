package dev.bengal.site;

import dev.bengal.site.config.Configuration;
import dev.bengal.site.config.ConfigurationEntry;
import dev.bengal.site.incremental.Checksum;
import dev.bengal.site.theme.Assets;
import dev.bengal.site.theme.FileTree;
import dev.bengal.site.theme.Templates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The checksum of what every document may show: configuration, templates, addresses of assets, data. */
final class SiteChecksum {
    private SiteChecksum() {}

    static long of(Configuration configuration, Path root, Templates templates, Assets assets) {
        Checksum checksum = new Checksum().add(templates.checksum()).add(assets.checksum());
        for (ConfigurationEntry entry : configuration.entries()) {
            checksum.add(entry.key()).add(entry.value().toString());
        }
        add(root.resolve("data"), checksum);
        return checksum.value();
    }

    private static void add(Path folder, Checksum checksum) {
        try {
            for (String name : FileTree.of(folder)) {
                checksum.add(name).add(Files.readAllBytes(folder.resolve(name)));
            }
        } catch (IOException e) {
            throw new SiteException(folder + " cannot be read (" + e.getMessage() + ").", e);
        }
    }
}
