package dev.bengal.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildPlaceTest {
    @TempDir
    private Path home;

    private Path shop;
    private Path core;
    private final List<String> warnings = new ArrayList<>();

    @BeforeEach
    void folders() throws IOException {
        shop = home.resolve("shop");
        core = Files.createDirectories(shop.resolve("core"));
    }

    private BuildPlace place(Path top, Map<String, String> variables) {
        return BuildPlace.of(top, variables, home, warnings::add);
    }

    @Test
    void place_isTheRepositoryAroundOrElseTheFolder() throws IOException {
        assertThat(place(core, Map.of())).isEqualTo(new BuildPlace(core, core.resolve(".bengal-metrics"), "core"));

        Files.createDirectory(shop.resolve(".git"));

        assertThat(place(core, Map.of())).isEqualTo(new BuildPlace(shop, shop.resolve(".bengal-metrics"), "shop"));
    }

    @Test
    void place_isWhereBengalWasUsedButNotBeyondTheRepositoryOrTheHome() throws IOException {
        Files.createDirectory(home.resolve(".bengal-metrics"));
        assertThat(place(core, Map.of()).root()).isEqualTo(core);

        Files.createDirectory(shop.resolve(".bengal-metrics"));
        assertThat(place(core, Map.of()).root()).isEqualTo(shop);

        Files.createDirectory(core.resolve(".git"));
        assertThat(place(core, Map.of()).root()).isEqualTo(core);
    }

    @Test
    void place_takesNamesFromConfigurationAndTheFolderFromTheVariable() throws IOException {
        Files.writeString(shop.resolve("bengal.toml"), "[perf]\nproject = \"web shop\"\ndir = \"speed\"\n");

        assertThat(place(core, Map.of())).isEqualTo(new BuildPlace(shop, shop.resolve("speed"), "web shop"));
        assertThat(place(core, Map.of("BENGAL_METRICS_DIR", "/var/speed")).metrics())
                .isEqualTo(Path.of("/var/speed"));
        assertThat(warnings).isEmpty();
    }
}
