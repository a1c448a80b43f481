package dev.bengal.alerts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;

/** Answers every request of HTTP with the same bytes, on one address of this machine, and keeps what it heard. */
final class WebServer implements AutoCloseable {
    final List<String> heard = new CopyOnWriteArrayList<>();
    private final ServerSocket listening;
    private final String answer;

    /** @param port 0 for any that is free */
    WebServer(ServerSocketFactory sockets, String address, int port, String answer) throws IOException {
        this.answer = answer;
        this.listening = sockets.createServerSocket(port, 5, InetAddress.getByName(address));
        Thread server = new Thread(this::serve, "web-server");
        server.setDaemon(true);
        server.start();
    }

    static WebServer at(String address, int port, String answer) throws IOException {
        return new WebServer(ServerSocketFactory.getDefault(), address, port, answer);
    }

    int port() {
        return listening.getLocalPort();
    }

    private void serve() {
        while (!listening.isClosed()) {
            try (Socket socket = listening.accept()) {
                heard.add(request(socket.getInputStream()));
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
            } catch (IOException e) {
                // The other side, or the test, is done with it.
            }
        }
    }

    private static String request(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (!bytes.toString(StandardCharsets.UTF_8).endsWith("}")) {
            int one = in.read();
            if (one < 0) {
                throw new IOException("no whole request");
            }
            bytes.write(one);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
