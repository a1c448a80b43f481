package dev.bengal.forge;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.util.Optional;

/** A server on this machine in the place of a forge. */
public final class FakeForge implements AutoCloseable {
    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
    private final RecordedPauses pauses = new RecordedPauses();

    public FakeForge() {
        server.start();
    }

    public WireMockServer server() {
        return server;
    }

    public String url() {
        return "http://127.0.0.1:" + server.port();
    }

    public RecordedPauses pauses() {
        return pauses;
    }

    public ForgeClient client() {
        return new ForgeClient(
                ApiAddress.parse(url() + "/"), Optional.of(Credential.bearer("t0ken-of-a-test")), pauses, pauses);
    }

    @Override
    public void close() {
        server.stop();
    }
}
