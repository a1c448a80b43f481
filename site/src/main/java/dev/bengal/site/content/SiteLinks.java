package dev.bengal.site.content;

import dev.bengal.site.config.BaseUrl;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Turns paths on the site into what stands in {@code href}.
 *
 * @param base where the site will be served
 */
public record SiteLinks(BaseUrl base) {
    private static final String LITERAL = "-._~!$()+,;=:@/";

    /** From any page of the site, with the path of the base in front. */
    public String href(String path) {
        return base.path() + encode(path);
    }

    /** With the host where it is known, for feeds and site maps. */
    public String absolute(String path) {
        return base.origin() + href(path);
    }

    /** Percent-encodes all that an address or an HTML attribute may not hold as it is. */
    public static String encode(String path) {
        if (path.chars().allMatch(SiteLinks::isLiteral)) {
            return path;
        }
        StringBuilder encoded = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            if (isLiteral(b)) {
                encoded.append((char) b);
            } else {
                encoded.append('%')
                        .append(Character.toUpperCase(Character.forDigit((b >> 4) & 0xF, 16)))
                        .append(Character.toUpperCase(Character.forDigit(b & 0xF, 16)));
            }
        }
        return encoded.toString();
    }

    /** The text that was percent-encoded; as it is where a percent sign stands for nothing. */
    public static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return encoded;
        }
    }

    private static boolean isLiteral(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || LITERAL.indexOf(c) >= 0;
    }
}
