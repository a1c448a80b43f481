package dev.bengal.site.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bengal.site.SiteException;
import dev.bengal.site.SiteFixture;
import dev.bengal.site.config.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LinkCheckTest {
    private SiteFixture site;

    @BeforeEach
    void makeSite(@TempDir Path folder) {
        site = new SiteFixture(folder).put("content/a.md", "[there](/linked/b.html)");
        site.build();
    }

    private LinkCheck check() {
        return LinkCheck.of(site.output(), Configuration.load(site.root()).baseUrl());
    }

    @Test
    void check_readsWhatSymbolicLinksLeadTo(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("b.html"), "<a href='/nowhere/'>nowhere</a>");
        Files.createSymbolicLink(site.output().resolve("linked"), elsewhere);

        assertThat(check().broken())
                .extracting(BrokenLink::target, BrokenLink::pages)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("/nowhere/", java.util.List.of("linked/b.html")));
    }

    @Test
    void check_passesOverALinkToAFolderAroundIt() throws IOException {
        site.put("content/b.md", "[nowhere](/nowhere/)");
        site.build();
        Files.createSymbolicLink(site.output().resolve("latest"), site.output());

        assertThat(check().broken()).extracting(BrokenLink::target).containsExactly("/linked/b.html", "/nowhere/");
    }

    /** What root may not read either, as the tests may be run by: the memory of this process, from its first byte on. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void check_saysThatAFileCannotBeRead() throws IOException {
        Files.createSymbolicLink(site.output().resolve("memory.html"), Path.of("/proc/self/mem"));

        assertThatThrownBy(this::check)
                .isInstanceOf(SiteException.class)
                .hasMessageContaining("the built site could not be read");
    }
}
