package dev.bengal.server.http;

import io.javalin.Javalin;
import io.javalin.util.JavalinException;
import java.util.concurrent.TimeoutException;

/** How a server ends: what is being answered has the time that Jetty was given, and whoever takes longer is cut off. */
public final class GracefulStop {
    private GracefulStop() {}

    /** Ends it. */
    public static void of(Javalin server) {
        try {
            server.stop();
        } catch (JavalinException e) {
            // Jetty says so after it has stopped all the same.
            if (!(e.getCause() instanceof TimeoutException)) {
                throw e;
            }
        }
    }
}
