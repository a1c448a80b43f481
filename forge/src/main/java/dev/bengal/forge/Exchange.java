package dev.bengal.forge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.bengal.forge.ForgeException.Kind;
import dev.bengal.model.Pause;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One request with all that may come between: limits, failures, redirects. */
final class Exchange {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_BYTES = 32 << 20;
    private static final int MOST_REDIRECTS = 3;
    private static final int MESSAGE_SHOWN = 200;

    private final HttpClient http;
    private final ApiAddress api;
    private final Optional<Credential> credential;
    private final Pause pause;
    private final Waiting waiting;

    Exchange(HttpClient http, ApiAddress api, Optional<Credential> credential, Pause pause, Waiting waiting) {
        this.http = http;
        this.api = api;
        this.credential = credential;
        this.pause = pause;
        this.waiting = waiting;
    }

    /** Sends what may be sent twice, until it is answered. */
    Answer again(String method, URI place, Optional<JsonNode> body) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(method, place, body);
            } catch (ForgeException e) {
                if (e.kind() != Kind.UNREACHABLE || attempt == Waiting.MOST_ATTEMPTS) {
                    throw e;
                }
                waitAfterFailure(attempt);
            }
        }
    }

    void waitAfterFailure(int attempt) {
        pause.of(Waiting.afterFailure(attempt));
    }

    /** Sends it until it is known what became of it; a limit of requests, before which nothing is done, is waited for. */
    Answer once(String method, URI place, Optional<JsonNode> body) {
        Duration waited = Duration.ZERO;
        URI at = place;
        int redirects = 0;
        for (int attempt = 1; ; attempt++) {
            HttpResponse<byte[]> response = send(method, at, body);
            int status = response.statusCode();
            if (status >= 200 && status < 300) {
                return new Answer(status, response.headers(), json(response));
            }
            if (status == 301 || status == 302 || status == 307 || status == 308) {
                at = redirected(response, at, ++redirects);
                continue;
            }
            String message = message(response);
            if (!Waiting.isLimit(status, response.headers(), message)) {
                throw failure(method, at, status, message);
            }
            Duration wait = waiting.afterLimit(response.headers());
            waited = waited.plus(wait);
            if (waited.compareTo(Waiting.LONGEST) > 0 || attempt == Waiting.MOST_ATTEMPTS) {
                throw limited(wait);
            }
            pause.of(wait);
        }
    }

    private HttpResponse<byte[]> send(String method, URI place, Optional<JsonNode> body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(place)
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .header("User-Agent", "bengal")
                .method(
                        method,
                        body.map(json -> BodyPublishers.ofString(json.toString(), StandardCharsets.UTF_8))
                                .orElse(BodyPublishers.noBody()));
        body.ifPresent(json -> request.header("Content-Type", "application/json; charset=utf-8"));
        credential.ifPresent(known -> request.header(known.header(), known.value()));
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request.build(), head -> new CappedBody(MOST_BYTES));
        try {
            // The request's own patience ends with the head of the answer.
            return answer.get(2 * PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw unreachable(cause instanceof IOException ? String.valueOf(cause.getMessage()) : cause.toString(), e);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw unreachable("no end of the answer after " + 2 * PATIENCE.toSeconds() + " seconds", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer.cancel(true);
            throw new ForgeException(Kind.REFUSED, "interrupted while " + api.host() + " was asked.", e);
        }
    }

    private ForgeException unreachable(String why, Exception cause) {
        String said = why.equals("null") ? "no connection" : why;
        return new ForgeException(Kind.UNREACHABLE, api.host() + " cannot be reached (" + said + ").", cause);
    }

    private URI redirected(HttpResponse<byte[]> response, URI from, int redirects) {
        URI to = response.headers()
                .firstValue("Location")
                .flatMap(location -> resolved(from, location))
                .orElseThrow(() -> new ForgeException(
                        Kind.NOT_UNDERSTOOD, api.host() + " says that something has moved, and not where to."));
        requireSameServer(to);
        if (redirects > MOST_REDIRECTS) {
            throw new ForgeException(Kind.NOT_UNDERSTOOD, api.host() + " sends requests in a circle.");
        }
        return to;
    }

    /** The token is shown to one server only. */
    void requireSameServer(URI to) {
        if (!api.isSameServer(to)) {
            throw new ForgeException(
                    Kind.NOT_UNDERSTOOD,
                    api.host() + " points to another server, " + to.getHost()
                            + ", which is not shown the token. Set the address of the API to that one if it is right.");
        }
    }

    private static Optional<URI> resolved(URI from, String location) {
        try {
            return Optional.of(from.resolve(location));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private JsonNode json(HttpResponse<byte[]> response) {
        if (response.body().length == 0) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new ForgeException(Kind.NOT_UNDERSTOOD, api.host() + " answered with something that is no JSON.", e);
        } catch (IOException e) {
            throw unreachable(String.valueOf(e.getMessage()), e);
        }
    }

    /** The sentence of the forge; what is none is left out. */
    private static String message(HttpResponse<byte[]> response) {
        try {
            JsonNode said = JSON.readTree(response.body());
            JsonNode message = said.path("message").isMissingNode() ? said.path("error") : said.path("message");
            String text = message.isTextual() ? message.asText() : message.isMissingNode() ? "" : message.toString();
            return printable(text.length() > MESSAGE_SHOWN ? text.substring(0, MESSAGE_SHOWN) + "…" : text);
        } catch (IOException e) {
            return "";
        }
    }

    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }

    private ForgeException failure(String method, URI place, int status, String message) {
        Kind kind = status >= 500 || status == 408
                ? Kind.UNREACHABLE
                : status == 401 || status == 403 || status == 404 ? Kind.NOT_ALLOWED : Kind.REFUSED;
        return new ForgeException(
                kind,
                api.host() + " answered " + method + " " + place.getPath() + " with " + status
                        + (message.isEmpty() ? "." : " (" + message + ")."));
    }

    private ForgeException limited(Duration wait) {
        return new ForgeException(
                Kind.LIMITED,
                api.host() + " takes no more requests for " + wait.toSeconds()
                        + " seconds, which is longer than a build should wait. Run it again later.");
    }
}
