package dev.bengal.alerts;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Where a webhook is. All of it is a secret, since whoever knows it may post: no message and no text of this shows any of it. */
final class HookAddress {
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    private final URI place;

    private HookAddress(URI place) {
        this.place = place;
    }

    /**
     * The address that a text is.
     *
     * @param isOpenAllowed whether http will do, too
     * @throws IllegalArgumentException where it is none; the message holds nothing of it
     */
    static HookAddress parse(String text, boolean isOpenAllowed) {
        URI place;
        try {
            place = new URI(text.strip());
        } catch (URISyntaxException e) {
            // What it says holds the address.
            throw new IllegalArgumentException("the address of the webhook is none", null);
        }
        String scheme = String.valueOf(place.getScheme()).toLowerCase(Locale.ROOT);
        boolean isWeb = scheme.equals("https") || (isOpenAllowed && scheme.equals("http"));
        if (!isWeb || place.getHost() == null || place.getPort() > 65_535) {
            throw new IllegalArgumentException("the address of a webhook begins with https:// and a server's name");
        }
        if (place.getRawUserInfo() != null) {
            throw new IllegalArgumentException("the address of a webhook has no user or password before its server");
        }
        return new HookAddress(place);
    }

    boolean isEncrypted() {
        return place.getScheme().equalsIgnoreCase("https");
    }

    /** The name of the server, or its address without the brackets and the zone of IPv6. */
    String host() {
        String host = place.getHost().replaceAll("[\\[\\]]", "");
        return host.contains("%") ? host.substring(0, host.indexOf('%')) : host;
    }

    int port() {
        return place.getPort() > 0 ? place.getPort() : isEncrypted() ? HTTPS_PORT : HTTP_PORT;
    }

    /** The field {@code Host} of a request. */
    String authority() {
        String host = host().contains(":") ? "[" + host() + "]" : host();
        return place.getPort() > 0 ? host + ":" + port() : host;
    }

    /** What is asked for there: path and query, plain ASCII without blanks. */
    String target() {
        String path = place.getRawPath();
        String query = place.getRawQuery();
        String text = (path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
        return URI.create(text.startsWith("//") ? "/." + text : text).toASCIIString();
    }

    @Override
    public String toString() {
        return "the address of a webhook";
    }
}
