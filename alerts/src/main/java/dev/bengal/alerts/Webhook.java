package dev.bengal.alerts;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import javax.net.ssl.SSLHandshakeException;

/** Posts JSON to an address, which is a secret: it is in no message. Redirects are not followed. */
public final class Webhook implements Receiver {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String name;
    private final URI place;
    private final Format format;
    private final boolean isPrivateAllowed;

    /** What is posted. */
    public enum Format {
        /** {@code {"text": ...}}, as Slack, Mattermost, Rocket.Chat and others have it. */
        SLACK,
        /** All fields of the notice. */
        GENERIC
    }

    /**
     * A webhook.
     *
     * @param address https, or http where a private address is allowed
     */
    public Webhook(String name, String address, Format format, boolean isPrivateAllowed) {
        this.name = Objects.requireNonNull(name, "name");
        this.place = parsed(address);
        this.format = Objects.requireNonNull(format, "format");
        this.isPrivateAllowed = isPrivateAllowed;
        boolean isWeb = "https".equals(place.getScheme()) || (isPrivateAllowed && "http".equals(place.getScheme()));
        if (!isWeb || place.getHost() == null) {
            throw new IllegalArgumentException("the address of a webhook begins with https:// and a server's name");
        }
    }

    private static URI parsed(String address) {
        try {
            return new URI(address.strip());
        } catch (URISyntaxException e) {
            // What it says holds the address.
            throw new IllegalArgumentException("the address of the webhook is none", null);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void tell(Notice notice) throws NotDeliveredException {
        if (!isPrivateAllowed) {
            PublicAddress.require(place);
        }
        HttpRequest request = HttpRequest.newBuilder(place)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("User-Agent", "bengal")
                .POST(HttpRequest.BodyPublishers.ofString(body(notice)))
                .build();
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        try {
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status < 200 || status >= 300) {
                throw new NotDeliveredException("the webhook answered with status " + status);
            }
        } catch (ConnectException | HttpConnectTimeoutException e) {
            throw new NotDeliveredException("the webhook's server cannot be reached", e);
        } catch (SSLHandshakeException e) {
            throw new NotDeliveredException("the webhook's server could not prove who it is", e);
        } catch (IOException e) {
            // The request was sent; whether it was read nobody knows, and twice is worse than not at all.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String body(Notice notice) {
        ObjectNode body = JSON.createObjectNode();
        if (format == Format.SLACK) {
            return body.put("text", escaped(notice.text())).toString();
        }
        return json(notice).toString();
    }

    /** All fields of a notice. */
    static ObjectNode json(Notice notice) {
        return JSON.createObjectNode()
                .put("schema_version", 1)
                .put("alert", notice.alert().id())
                .put("occasion", notice.occasion().word())
                .put("project", notice.alert().project())
                .put("headline", notice.alert().headline())
                .put("text", notice.text());
    }

    /** Slack takes these three for marks, such as {@code <!channel>}. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
