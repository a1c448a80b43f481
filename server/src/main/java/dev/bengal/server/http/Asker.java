package dev.bengal.server.http;

import io.javalin.http.Context;
import java.util.Set;

/** By which name a request asks, and who sent it. */
public final class Asker {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private Asker() {}

    /** Whether it asks for a name of this machine itself; another name that leads here is another site's. */
    public static boolean namesThisMachine(Context request) {
        String host = host(request);
        int port = host.lastIndexOf(':');
        return LOOPBACK.contains(port < 0 || host.endsWith("]") ? host : host.substring(0, port));
    }

    /** Whether it says that it was sent by a page that this server did not serve; a request that says nothing was not. */
    public static boolean isAnotherSite(Context request) {
        String origin = request.header("Origin");
        return origin != null && !origin.equals("http://" + host(request));
    }

    /** Whether a page of another site asks, as far as the browser tells, though nobody followed a link of it to here. */
    public static boolean isEmbedding(Context request) {
        return "cross-site".equals(request.header("Sec-Fetch-Site"))
                && !"navigate".equals(request.header("Sec-Fetch-Mode"));
    }

    private static String host(Context request) {
        return String.valueOf(request.header("Host"));
    }
}
