package dev.bengal.server.preview;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Asks a server what no well-behaved client would. */
record Wire(int port) {
    Answered get(String path, String... headers) throws IOException {
        return send("GET " + path, headers);
    }

    Answered send(String verbAndPath, String... headers) throws IOException {
        boolean hasHost = String.join("\n", headers).contains("Host:");
        String text = verbAndPath + " HTTP/1.1\r\n" + (hasHost ? "" : "Host: 127.0.0.1:" + port + "\r\n")
                + (headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n") + "Connection: close\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                OutputStream out = socket.getOutputStream();
                InputStream in = socket.getInputStream()) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            return Answered.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** @param headers by their names in lower case */
    record Answered(int status, Map<String, String> headers, String body) {
        static Answered of(String text) {
            int end = text.indexOf("\r\n\r\n");
            String[] lines = text.substring(0, end).split("\r\n");
            Map<String, String> headers = new TreeMap<>();
            for (int i = 1; i < lines.length; i++) {
                int colon = lines[i].indexOf(':');
                headers.put(
                        lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                        lines[i].substring(colon + 1).strip());
            }
            return new Answered(Integer.parseInt(lines[0].split(" ")[1]), headers, text.substring(end + 4));
        }

        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }
}
