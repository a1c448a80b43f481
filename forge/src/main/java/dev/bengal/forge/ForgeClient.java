package dev.bengal.forge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bengal.model.Pause;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Speaks JSON with the API of a forge. What fails for a moment (5xx, no connection, a limit of requests) is tried again after a while, five
 * times and three minutes at most; the token goes to that one server and is in no message. Paths begin with a slash and are
 * relative to the API's address; texts from outside go into them through {@link #escaped}.
 *
 * <p>Every method throws a {@link ForgeException} where the forge does not do what it is asked for.
 */
public final class ForgeClient {
    private static final int MOST_PAGES = 300;

    private final ApiAddress api;
    private final Exchange exchange;

    /**
     * @param pause by which is waited, and {@code clock} by which times that the forge names are understood
     */
    public ForgeClient(ApiAddress api, Optional<Credential> credential, Pause pause, InstantSource clock) {
        this.api = Objects.requireNonNull(api, "api");
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.exchange = new Exchange(http, api, credential, pause, new Waiting(clock));
    }

    /** Where the API is. */
    public ApiAddress address() {
        return api;
    }

    /** Reads. */
    public Answer get(String path) {
        return exchange.again("GET", api.resolve(path), Optional.empty());
    }

    /**
     * Reads a list, all pages of it.
     *
     * @param path with {@code per_page=100} among its parameters, so that there are few
     */
    public List<JsonNode> all(String path) {
        List<JsonNode> elements = new ArrayList<>();
        Optional<URI> page = Optional.of(api.resolve(path));
        for (int i = 0; page.isPresent(); i++) {
            if (i == MOST_PAGES) {
                throw new ForgeException(
                        ForgeException.Kind.NOT_UNDERSTOOD, api.host() + " has more than " + MOST_PAGES + " pages.");
            }
            Answer answer = exchange.again("GET", page.get(), Optional.empty());
            if (!answer.body().isArray()) {
                throw new ForgeException(
                        ForgeException.Kind.NOT_UNDERSTOOD, api.host() + " answered with something that is no list.");
            }
            answer.body().forEach(elements::add);
            page = answer.nextPage();
            page.ifPresent(exchange::requireSameServer);
        }
        return elements;
    }

    /** Changes something as GitHub has it. Doing so twice is the same as once. */
    public Answer patch(String path, JsonNode body) {
        return exchange.again("PATCH", api.resolve(path), Optional.of(body));
    }

    /** Changes something as GitLab has it. Doing so twice is the same as once. */
    public Answer put(String path, JsonNode body) {
        return exchange.again("PUT", api.resolve(path), Optional.of(body));
    }

    /** Asks by {@code POST} for something that changes nothing, such as a query of GraphQL. */
    public Answer query(String path, JsonNode body) {
        return exchange.again("POST", api.resolve(path), Optional.of(body));
    }

    /**
     * Makes something that should be there once. Whether it was made is not known where the answer was lost or is a failure of the
     * server; then it is looked for before it is made again.
     *
     * @param existing looks for it
     * @return what was made or found
     */
    public JsonNode create(String path, JsonNode body, Supplier<Optional<JsonNode>> existing) {
        URI place = api.resolve(path);
        ForgeException failure = null;
        for (int attempt = 1; attempt <= Waiting.MOST_ATTEMPTS; attempt++) {
            try {
                return exchange.once("POST", place, Optional.of(body)).body();
            } catch (ForgeException e) {
                if (e.kind() != ForgeException.Kind.UNREACHABLE) {
                    throw e;
                }
                failure = e;
                exchange.waitAfterFailure(attempt);
                Optional<JsonNode> found = existing.get();
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
        throw Objects.requireNonNull(failure);
    }

    /** A text as one part of a path or one value of a query. */
    public static String escaped(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8)
                .replace("+", "%20");
    }
}
