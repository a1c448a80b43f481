package dev.bengal.server;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a server asks itself over the network, so that all that a request meets on its way is loaded before somebody waits for it. */
final class FirstQuestion {
    private FirstQuestion() {}

    /**
     * Asks, and reads the answer to its end. Where that fails, whoever asks next is told why.
     *
     * @param address of the server
     * @param path of the question
     * @param token that the server wants, or null
     * @param patience the longest time without a byte of an answer
     */
    static void ask(URI address, String path, @Nullable String token, Duration patience) {
        String request = "GET " + path + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\n"
                + (token == null ? "" : "Authorization: Bearer " + token + "\r\n") + "Connection: close\r\n\r\n";
        try (Socket socket = new Socket()) {
            int millis = (int) patience.toMillis();
            socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), millis);
            socket.setSoTimeout(millis);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // It is only asked for what it loads.
        }
    }
}
