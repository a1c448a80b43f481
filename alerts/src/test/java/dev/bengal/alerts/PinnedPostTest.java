package dev.bengal.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a post goes, and where not, whatever its name means. */
@Timeout(60)
class PinnedPostTest {
    private static final String FINE = "HTTP/1.1 204 No Content\r\n\r\n";

    @TempDir
    private Path folder;

    /** A name that means other addresses each time that it is looked up: what is told in this order, and then the last one. */
    private static final class ChangingName implements NameService {
        private final List<List<String>> meanings;
        private final List<String> asked = new ArrayList<>();

        ChangingName(List<List<String>> meanings) {
            this.meanings = meanings;
        }

        @Override
        public InetAddress[] addresses(String host) throws UnknownHostException {
            List<String> now = meanings.get(Math.min(asked.size(), meanings.size() - 1));
            asked.add(host);
            InetAddress[] addresses = new InetAddress[now.size()];
            for (int i = 0; i < addresses.length; i++) {
                addresses[i] = InetAddress.getByName(now.get(i));
            }
            return addresses;
        }
    }

    private static PinnedPost post(NameService names, Predicate<InetAddress> isAllowed) {
        return post(names, isAllowed, Duration.ofSeconds(20));
    }

    private static PinnedPost post(NameService names, Predicate<InetAddress> isAllowed, Duration patience) {
        return new PinnedPost(names, (SSLSocketFactory) SSLSocketFactory.getDefault(), isAllowed, patience);
    }

    private static HookAddress hook(int port) {
        return HookAddress.parse("http://hooks.example.org:" + port + "/secret?a=b", true);
    }

    private static Predicate<InetAddress> only(String address) {
        return one -> one.getHostAddress().equals(address);
    }

    @Test
    void post_goesToTheVeryAddressThatWasLookedAt() throws Exception {
        ChangingName name = new ChangingName(List.of(List.of("127.0.0.2"), List.of("127.0.0.1")));
        try (WebServer looked = WebServer.at("127.0.0.2", 0, FINE);
                WebServer inner = WebServer.at("127.0.0.1", looked.port(), FINE)) {
            post(name, only("127.0.0.2")).post(hook(looked.port()), "{}");

            assertThat(name.asked).containsExactly("hooks.example.org");
            assertThat(looked.heard)
                    .singleElement()
                    .asString()
                    .startsWith("POST /secret?a=b HTTP/1.1\r\nHost: hooks.example.org:" + looked.port() + "\r\n")
                    .endsWith("\r\n\r\n{}");
            assertThat(inner.heard).isEmpty();
        }
    }

    @Test
    void post_isRefusedWhereOneOfSeveralAddressesIsPrivate() throws Exception {
        ChangingName name = new ChangingName(List.of(List.of("127.0.0.2", "127.0.0.1")));
        try (WebServer server = WebServer.at("127.0.0.2", 0, FINE)) {
            assertThatThrownBy(() -> post(name, only("127.0.0.2")).post(hook(server.port()), "{}"))
                    .isInstanceOf(NotDeliveredException.class)
                    .hasMessageContaining("private address");
            assertThat(server.heard).isEmpty();
        }
    }

    @Test
    void post_triesTheNextAddressWhereOneDoesNotAnswer() throws Exception {
        ChangingName name = new ChangingName(List.of(List.of("127.0.0.3", "127.0.0.2")));
        try (WebServer server = WebServer.at("127.0.0.2", 0, FINE)) {
            post(name, any -> true).post(hook(server.port()), "{}");

            assertThat(server.heard).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0.0.0.0",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "[::127.0.0.1]",
                "[64:ff9b::7f00:1]",
                "[2002:7f00:1::]",
                "10.1.2.3",
                "169.254.169.254",
                "2130706433"
            })
    void post_toAWayOfWritingAPrivateAddressIsRefused(String host) throws IOException {
        try (WebServer server = WebServer.at("127.0.0.1", 0, FINE)) {
            Webhook hook =
                    new Webhook("team", "https://" + host + ":" + server.port() + "/", Webhook.Format.SLACK, false);

            assertThatThrownBy(() -> hook.tell(notice()))
                    .isInstanceOf(NotDeliveredException.class)
                    .hasMessageMatching(".*(private address|is not known).*");
            assertThat(server.heard).isEmpty();
        }
    }

    private static Notice notice() {
        return new Notice(
                Alert.of(List.of("x"), "docs", "docs: slower", ""),
                dev.bengal.model.HistoryEvent.Alerted.Occasion.FIRING);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirect_isNotFollowed(int status) throws Exception {
        try (WebServer inner = WebServer.at("127.0.0.1", 0, FINE);
                WebServer server = WebServer.at(
                        "127.0.0.2",
                        0,
                        "HTTP/1.1 " + status + " Elsewhere\r\nLocation: http://127.0.0.1:" + inner.port()
                                + "/\r\n\r\n")) {
            PinnedPost post = post(new ChangingName(List.of(List.of("127.0.0.2"))), any -> true);

            assertThatThrownBy(() -> post.post(hook(server.port()), "{}"))
                    .isInstanceOf(NotDeliveredException.class)
                    .hasMessageStartingWith(
                            "the webhook answered with status " + status + "; redirects are not followed");
            assertThat(inner.heard).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                FINE,
                "HTTP/1.0 200 OK\n\n",
                "HTTP/1.1 200\r\n\r\n",
                "HTTP/1.1 103 Early Hints\r\nLink: </>\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n" + FINE,
                "no HTTP at all\r\n",
                ""
            })
    void answer_thatIsGoodOrNoneLeavesItAtThat(String answer) throws Exception {
        try (WebServer server = WebServer.at("127.0.0.2", 0, answer)) {
            post(new ChangingName(List.of(List.of("127.0.0.2"))), any -> true).post(hook(server.port()), "{}");

            assertThat(server.heard).hasSize(1);
        }
    }

    @Test
    void answer_thatNeverEndsIsCutOff() throws Exception {
        try (WebServer server = WebServer.at("127.0.0.2", 0, "HTTP/1.1 103 Hints\r\n".repeat(1_000))) {
            post(new ChangingName(List.of(List.of("127.0.0.2"))), any -> true).post(hook(server.port()), "{}");

            assertThat(server.heard).hasSize(1);
        }
    }

    @Test
    void server_thatSaysNothingIsLeftAfterAWhile() throws Exception {
        try (java.net.ServerSocket silent = new java.net.ServerSocket(0, 1, InetAddress.getByName("127.0.0.2"))) {
            post(new ChangingName(List.of(List.of("127.0.0.2"))), any -> true, Duration.ofMillis(200))
                    .post(hook(silent.getLocalPort()), "{}");
        }
    }

    @Test
    void encryptedServer_isAskedForByItsNameAndHasToProveIt() throws Exception {
        SSLContext keys = ServerKeys.of("hooks.example.org", folder);
        ChangingName name = new ChangingName(List.of(List.of("127.0.0.2")));
        PinnedPost post = new PinnedPost(name, keys.getSocketFactory(), any -> true, Duration.ofSeconds(20));
        try (WebServer server = new WebServer(new OnlyForName(keys, "hooks.example.org"), "127.0.0.2", 0, FINE)) {
            post.post(HookAddress.parse("https://hooks.example.org:" + server.port() + "/secret", false), "{}");

            assertThat(server.heard).singleElement().asString().contains("Host: hooks.example.org:" + server.port());
        }
        try (WebServer server = new WebServer(keys.getServerSocketFactory(), "127.0.0.2", 0, FINE)) {
            HookAddress other = HookAddress.parse("https://other.example.org:" + server.port() + "/secret", false);

            assertThatThrownBy(() -> post.post(other, "{}"))
                    .isInstanceOf(NotDeliveredException.class)
                    .hasMessage("the webhook's server could not prove who it is");
            assertThat(server.heard).isEmpty();
        }
    }

    /** Sockets of a server that takes no connection but those which ask for this name (SNI). */
    private static final class OnlyForName extends javax.net.ServerSocketFactory {
        private final SSLContext keys;
        private final String name;

        OnlyForName(SSLContext keys, String name) {
            this.keys = keys;
            this.name = name;
        }

        @Override
        public java.net.ServerSocket createServerSocket(int port) throws IOException {
            throw new UnsupportedOperationException();
        }

        @Override
        public java.net.ServerSocket createServerSocket(int port, int waiting) throws IOException {
            throw new UnsupportedOperationException();
        }

        @Override
        public java.net.ServerSocket createServerSocket(int port, int waiting, InetAddress address) throws IOException {
            SSLServerSocket socket =
                    (SSLServerSocket) keys.getServerSocketFactory().createServerSocket(port, waiting, address);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setSNIMatchers(Arrays.asList(SNIHostName.createSNIMatcher(name.replace(".", "\\."))));
            socket.setSSLParameters(parameters);
            return socket;
        }
    }
}
