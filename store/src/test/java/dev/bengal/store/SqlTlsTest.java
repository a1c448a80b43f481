package dev.bengal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bengal.model.sample.SampleBuild;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A server that speaks nothing but TLS, with a certificate that it signed itself, and one that speaks none. */
@DisabledOnOs(OS.WINDOWS)
class SqlTlsTest {
    private static final String PASSWORD = "s3cret";

    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static EmbeddedPostgres server;

    @BeforeAll
    static void startServer() throws Exception {
        makeCertificate();
        Path access = folder.resolve("pg_hba.conf");
        Files.writeString(access, """
                hostssl all all 127.0.0.1/32 trust
                hostssl all all ::1/128 trust
                local all all trust
                """);
        server = EmbeddedPostgres.builder()
                .setPort(PostgresServer.freePort())
                .setServerConfig("hba_file", access.toString())
                .setServerConfig("ssl", "on")
                .setServerConfig("ssl_cert_file", folder.resolve("server.crt").toString())
                .setServerConfig("ssl_key_file", folder.resolve("server.key").toString())
                .setServerConfig("fsync", "off")
                .start();
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
    }

    /** The JDK makes certificates by its keytool alone; the server wants text. */
    private static void makeCertificate() throws Exception {
        Path keys = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "RSA",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keys.toString(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
        write("server.crt", "CERTIFICATE", store.getCertificate("server").getEncoded());
        write(
                "server.key",
                "PRIVATE KEY",
                store.getKey("server", PASSWORD.toCharArray()).getEncoded());
        Files.setPosixFilePermissions(folder.resolve("server.key"), PosixFilePermissions.fromString("rw-------"));
    }

    private static void write(String file, String what, byte[] encoded) throws IOException {
        Files.writeString(
                folder.resolve(file),
                "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(encoded) + "\n-----END "
                        + what + "-----\n");
    }

    private static SharedStore encrypted(String options) {
        return PostgresServer.store(
                "postgresql://postgres@127.0.0.1:" + server.getPort() + "/postgres?" + options,
                Map.of("password", PASSWORD));
    }

    @Test
    void tlsRequired_isSpokenWithAServerThatHasIt() {
        SharedStore store = encrypted("sslmode=require");
        store.append(SampleBuild.id("a").build());

        assertThat(store.recent(BuildFilter.ALL, BuildOrder.BY_START, 9).recorded())
                .isEqualTo(1);
    }

    @Test
    void tlsRefused_isNotSpokenEvenWhereTheServerTakesNothingElse() {
        assertThatThrownBy(() -> encrypted("sslmode=disable").events())
                .isInstanceOf(SharedStoreException.class)
                .hasMessageStartingWith("postgresql://127.0.0.1:" + server.getPort()
                        + "/postgres does not let this user in from here (")
                .hasMessageContaining("no pg_hba.conf entry for host \"127.0.0.1\"")
                .hasMessageEndingWith("). It may ask for TLS: sslmode in the address says whether that is spoken.")
                .hasMessageNotContaining(PASSWORD);
    }

    @Test
    void tlsRequired_ofAServerWithoutItIsASentence() {
        assertThatThrownBy(() -> PostgresServer.store(
                                "postgresql://postgres@127.0.0.1:" + PostgresServer.port()
                                        + "/postgres?sslmode=require",
                                Map.of("password", PASSWORD))
                        .events())
                .isInstanceOf(SharedStoreException.class)
                .hasMessage("postgresql://127.0.0.1:" + PostgresServer.port()
                        + "/postgres cannot be reached (The server does not support SSL.).")
                .hasMessageNotContaining(PASSWORD);
    }

    @Test
    void certificate_isVerifiedAgainstTheOneThatIsNamed() throws IOException {
        String full = "sslmode=verify-full&sslrootcert=";
        assertThat(encrypted(full + folder.resolve("server.crt")).events()).isEmpty();

        Path stranger = folder.resolve("stranger.crt");
        assertThatThrownBy(() -> encrypted(full + stranger).events())
                .isInstanceOf(SharedStoreException.class)
                .hasMessageContaining("cannot be reached (")
                .hasMessageContaining("stranger.crt")
                .hasMessageNotContaining(PASSWORD);
    }
}
