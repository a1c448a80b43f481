package dev.bengal.alerts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Takes one mail by SMTP, and fails at a chosen point of it. */
final class MailServerThatFails implements AutoCloseable {
    private final ServerSocket listening;
    private final Thread server;
    private final When when;
    private final List<String> mail = new ArrayList<>();

    enum When {
        /** It hangs up instead of greeting. */
        AT_ONCE,
        /** It hangs up when it is told of the sender. */
        AT_THE_SENDER,
        /** It has the whole mail, and hangs up before it answers. */
        BEFORE_THE_ANSWER,
        /** The same, but the connection breaks rather than ends. */
        BROKEN_BEFORE_THE_ANSWER,
        /** It has the whole mail, and refuses it. */
        REFUSING,
        /** It has the whole mail, takes it, and hangs up instead of a farewell. */
        AT_THE_FAREWELL
    }

    MailServerThatFails(When when) throws IOException {
        this.when = when;
        this.listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        this.server = new Thread(this::serve, "failing-mail-server");
        this.server.start();
    }

    int port() {
        return listening.getLocalPort();
    }

    /** The lines of the mail that was had, once the server is done. */
    List<String> mail() throws InterruptedException {
        server.join();
        return mail;
    }

    private void serve() {
        try (Socket socket = listening.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            OutputStream out = socket.getOutputStream();
            if (when == When.AT_ONCE) {
                return;
            }
            say(out, "220 here");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String word = line.split("[ :]")[0];
                if (isOver(word)) {
                    return;
                }
                say(out, word.equals("DATA") ? "354 go on" : "250 fine");
                if (word.equals("DATA") && !takes(in, out, socket)) {
                    return;
                }
            }
        } catch (IOException e) {
            // The other side went away.
        }
    }

    private boolean isOver(String word) {
        return (word.equals("MAIL") && when == When.AT_THE_SENDER) || word.equals("QUIT");
    }

    private boolean takes(BufferedReader in, OutputStream out, Socket socket) throws IOException {
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.add(line);
        }
        if (when == When.BROKEN_BEFORE_THE_ANSWER) {
            socket.setSoLinger(true, 0);
        }
        if (when == When.REFUSING) {
            say(out, "554 no");
        }
        if (when == When.AT_THE_FAREWELL) {
            say(out, "250 taken");
        }
        return when == When.REFUSING || when == When.AT_THE_FAREWELL;
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
