package dev.bengal.forge;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where the API of a forge is.
 *
 * @param base ends without a slash
 */
public record ApiAddress(URI base) {
    public ApiAddress {
        boolean isWeb = "https".equals(base.getScheme()) || "http".equals(base.getScheme());
        if (!isWeb || base.getHost() == null || base.getUserInfo() != null) {
            throw new ForgeException(
                    ForgeException.Kind.REFUSED,
                    "the address of the forge's API is none: it begins with https:// and holds no user, such as"
                            + " https://api.github.com.");
        }
    }

    /** The address that a variable of CI holds. */
    public static ApiAddress parse(String text) {
        try {
            return new ApiAddress(new URI(text.strip().replaceAll("/+$", "")));
        } catch (URISyntaxException e) {
            throw new ForgeException(
                    ForgeException.Kind.REFUSED, "'" + text + "' is no address of a forge's API: " + e.getMessage());
        }
    }

    /** @param path from the base on, with a slash before it, its parts already escaped; {@code /..} leads upward */
    URI resolve(String path) {
        return URI.create(base + path).normalize();
    }

    /** Whether a place that an answer names is on the same server, so that the token may be shown there. */
    boolean isSameServer(URI other) {
        return base.getScheme().equalsIgnoreCase(other.getScheme())
                && base.getHost().equalsIgnoreCase(other.getHost())
                && base.getPort() == other.getPort()
                && other.getUserInfo() == null;
    }

    /** For sentences. */
    String host() {
        return base.getHost();
    }
}
