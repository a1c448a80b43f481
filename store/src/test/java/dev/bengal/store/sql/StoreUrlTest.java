package dev.bengal.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bengal.store.SharedStoreException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreUrlTest {
    @ParameterizedTest
    @CsvSource({
        "postgresql://ada@db.example:5433/team, jdbc:postgresql://db.example:5433/team, postgresql://db.example:5433/team",
        "jdbc:postgresql://ada@db/team, jdbc:postgresql://db/team, postgresql://db/team",
        "postgres://ada@db/, jdbc:postgresql://db/, postgresql://db/",
        "postgresql://ada@db, jdbc:postgresql://db/, postgresql://db/",
        "'postgresql://ada@one:1,two:2/team', 'jdbc:postgresql://one:1,two:2/team', 'postgresql://one:1,two:2/team'",
        "postgresql://ada@[::1]:5432/team, jdbc:postgresql://[::1]:5432/team, postgresql://[::1]:5432/team",
        "postgresql:team?user=ada, jdbc:postgresql:team, postgresql:///team",
        "postgresql:///?user=ada&service=ci, jdbc:postgresql://, postgresql:///?service=ci",
        "postgresql://ada@db/my%20team, jdbc:postgresql://db/my%20team, postgresql://db/my team",
    })
    void url_isHandedToTheDriverWithoutItsUser(String text, String jdbc, String name) {
        StoreUrl url = StoreUrl.parse(text);

        assertThat(url.jdbc()).isEqualTo(jdbc);
        assertThat(url.name()).isEqualTo(name);
        assertThat(url.properties()).containsEntry("user", "ada");
    }

    @Test
    void properties_areThoseOfTheConnection() {
        assertThat(StoreUrl.parse("postgresql://a%40b@db/team?sslmode=verify-full&sslrootcert=/etc/ca+1.pem")
                        .properties())
                .isEqualTo(Map.of("user", "a@b", "sslmode", "verify-full", "sslrootcert", "/etc/ca+1.pem"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://ada:s3cret@db/team",
                "postgresql://ada@db/team?password=s3cret",
                "postgresql://ada@db/team?sslmode=require&PASSWORD=s3cret"
            })
    void password_isRefusedAndNotRepeated(String text) {
        assertThatThrownBy(() -> StoreUrl.parse(text))
                .isInstanceOf(SharedStoreException.class)
                .hasMessageContaining("PGPASSWORD")
                .hasMessageNotContaining("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"socketFactory=x", "loggerFile=/etc/x", "sslfactory=x", "options=-c", "sslmode"})
    void property_thatLoadsClassesOrWritesFilesIsRefused(String property) {
        assertThatThrownBy(() -> StoreUrl.parse("postgresql://ada@db/team?" + property))
                .hasMessageContaining("may have no parameter '" + property.split("=", -1)[0] + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "history", "mysql://db/team", "jdbc:sqlite:x", "http://ada:s3cret@db/team"})
    void text_thatIsNoAddressIsRefused(String text) {
        assertThatThrownBy(() -> StoreUrl.parse(text))
                .isInstanceOf(SharedStoreException.class)
                .hasMessageContaining("postgresql://USER@HOST/DATABASE")
                .hasMessageNotContaining("s3cret");
    }
}
