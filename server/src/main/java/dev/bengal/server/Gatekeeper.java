package dev.bengal.server;

import dev.bengal.server.http.Asker;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets in what may ask: not too often, without a body, by this server's own name (another name that leads here is another site's), and
 * with the token where there is one. What changes something is asked for by this server's own pages only.
 */
final class Gatekeeper {
    /** The one address that changes something. */
    static final String ACCEPT = "/api/v1/accept";

    private static final String COOKIE = "bengal_token";
    private static final Set<String> METHODS = Set.of("GET", "HEAD");

    private final ServerSettings settings;
    private final RequestRate rate;

    Gatekeeper(ServerSettings settings, RequestRate rate) {
        this.settings = settings;
        this.rate = rate;
    }

    void check(Context request) {
        if (!rate.allows(request.ip())) {
            request.header("Retry-After", "2");
            throw new RefusedException(429, "Too many requests; try again in some seconds.");
        }
        if (!METHODS.contains(request.req().getMethod()) && !isChange(request)) {
            request.header("Allow", "GET, HEAD");
            throw new RefusedException(405, "Only GET and HEAD are answered here, and POST at " + ACCEPT + ".");
        }
        if (request.req().getContentLengthLong() > 0 || request.header("Transfer-Encoding") != null) {
            throw new RefusedException(413, "A request has no body here.");
        }
        checkNames(request);
        checkToken(request);
    }

    private static boolean isChange(Context request) {
        return request.req().getMethod().equals("POST") && request.path().equals(ACCEPT);
    }

    private void checkNames(Context request) {
        if (settings.token() == null && !Asker.namesThisMachine(request)) {
            throw new RefusedException(403, "This server is asked by the name of its own address only.");
        }
        boolean isForeign = Asker.isAnotherSite(request) || (isChange(request) && request.header("Origin") == null);
        boolean isLinked = "cross-site".equals(request.header("Sec-Fetch-Site")) && !isVisit(request);
        if (isForeign || isLinked) {
            throw new RefusedException(403, "Pages of other sites get no answer here.");
        }
    }

    /** Whether someone followed a link to here, rather than another page asking. */
    private static boolean isVisit(Context request) {
        return "navigate".equals(request.header("Sec-Fetch-Mode"))
                && request.path().equals("/");
    }

    private void checkToken(Context request) {
        String token = settings.token();
        if (token == null || isEqual(token, bearer(request)) || isEqual(token, request.cookie(COOKIE))) {
            return;
        }
        if (request.path().equals("/") && isEqual(token, request.queryParam("token"))) {
            request.header("Set-Cookie", COOKIE + "=" + token + "; Path=/; HttpOnly; SameSite=Strict");
            return;
        }
        request.header("WWW-Authenticate", "Bearer");
        throw new RefusedException(
                401, "This server wants its token: open the address that it printed when it started.");
    }

    private static @Nullable String bearer(Context request) {
        String header = request.header("Authorization");
        return header != null && header.startsWith("Bearer ") ? header.substring("Bearer ".length()) : null;
    }

    /** In a time that tells nothing about where they differ. */
    private static boolean isEqual(String token, @Nullable String other) {
        return other != null
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
