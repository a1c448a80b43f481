package dev.bengal.server;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * Where the dashboard listens.
 *
 * @param port 0 for any that is free
 * @param token that every request has to bring, or null for none, which is for loopback addresses only
 */
public record ServerSettings(
        InetAddress address, int port, @Nullable String token) {
    private static final int SHORTEST_TOKEN = 16;

    public ServerSettings {
        if (token != null && token.length() < SHORTEST_TOKEN) {
            throw new IllegalArgumentException("the token has " + token.length()
                    + (token.length() == 1 ? " character" : " characters") + "; at least "
                    + SHORTEST_TOKEN + " keep it from being guessed");
        }
        if (token == null && !address.isLoopbackAddress()) {
            throw new IllegalArgumentException(
                    address.getHostAddress() + " can be reached from other machines; that needs a token");
        }
    }
}
