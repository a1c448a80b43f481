package dev.bengal.alerts;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Posts over HTTP to an address that was looked at. The name is looked up once, every address that it has is looked at, and the connection
 * goes to one of these very addresses, so that a name which means another machine a moment later leads nowhere else. The server still has
 * to prove that it has the name. There is no proxy, which would look the name up again, and no redirect is followed.
 *
 * <p>The JDK's own clients take a name and look it up by themselves; none of them takes an address with the name that its server is to prove.
 */
final class PinnedPost {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final NameService names;
    private final SSLSocketFactory encryption;
    private final Predicate<InetAddress> isAllowed;
    private final Duration patience;

    /** @param isAllowed whether an address may be connected to; every address of the name must be */
    PinnedPost(Predicate<InetAddress> isAllowed) {
        this(NameService.OF_THE_SYSTEM, (SSLSocketFactory) SSLSocketFactory.getDefault(), isAllowed, PATIENCE);
    }

    /** @param patience with the whole of it, and with each connection */
    PinnedPost(NameService names, SSLSocketFactory encryption, Predicate<InetAddress> isAllowed, Duration patience) {
        this.names = names;
        this.encryption = encryption;
        this.isAllowed = isAllowed;
        this.patience = patience;
    }

    /**
     * Posts JSON. Returns where the server took it, or where nobody can know whether it did.
     *
     * @throws NotDeliveredException where it surely did not
     */
    void post(HookAddress hook, String json) throws NotDeliveredException {
        try (Socket plain = connected(hook, addresses(hook))) {
            CompletableFuture<Void> cut = CompletableFuture.runAsync(
                    () -> cut(plain), CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS));
            try (Socket socket = hook.isEncrypted() ? encrypted(plain, hook) : plain) {
                requireGood(answer(socket, hook, json));
            } finally {
                cut.cancel(false);
            }
        } catch (IOException e) {
            // The request was sent; whether it was read nobody knows, and twice is worse than not at all.
        }
    }

    private InetAddress[] addresses(HookAddress hook) throws NotDeliveredException {
        InetAddress[] addresses;
        try {
            addresses = names.addresses(hook.host());
        } catch (UnknownHostException e) {
            throw new NotDeliveredException("the name of the webhook's server is not known", e);
        }
        if (!Arrays.stream(addresses).allMatch(isAllowed)) {
            throw new NotDeliveredException(
                    "the webhook leads to a private address; 'allow_private = true' at the receiver allows that");
        }
        return addresses;
    }

    private Socket connected(HookAddress hook, InetAddress[] addresses) throws NotDeliveredException {
        IOException failure = new IOException("it has no address");
        for (InetAddress address : addresses) {
            Socket socket = new Socket(Proxy.NO_PROXY);
            try {
                socket.connect(new InetSocketAddress(address, hook.port()), (int) patience.toMillis());
                return socket;
            } catch (IOException e) {
                cut(socket);
                failure = e;
            }
        }
        throw new NotDeliveredException("the webhook's server cannot be reached", failure);
    }

    private static void cut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no use any more either way.
        }
    }

    /** Asks for the server by its name, which its certificate has to hold. */
    private Socket encrypted(Socket plain, HookAddress hook) throws NotDeliveredException {
        try {
            SSLSocket socket = (SSLSocket) encryption.createSocket(plain, hook.host(), hook.port(), true);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return socket;
        } catch (SSLException e) {
            throw new NotDeliveredException("the webhook's server could not prove who it is", e);
        } catch (IOException e) {
            throw new NotDeliveredException("the webhook's server cannot be reached", e);
        }
    }

    private static int answer(Socket socket, HookAddress hook, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        String head = String.join(
                "\r\n",
                "POST " + hook.target() + " HTTP/1.1",
                "Host: " + hook.authority(),
                "User-Agent: bengal",
                "Content-Type: application/json; charset=utf-8",
                "Content-Length: " + body.length,
                "Connection: close",
                "",
                "");
        OutputStream out = socket.getOutputStream();
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
        InputStream in = socket.getInputStream();
        return new StatusLine(in).read();
    }

    private static void requireGood(int status) throws NotDeliveredException {
        if (status / 100 == 3) {
            throw new NotDeliveredException("the webhook answered with status " + status
                    + "; redirects are not followed, so give the address that it leads to");
        }
        if (status / 100 != 2) {
            throw new NotDeliveredException("the webhook answered with status " + status);
        }
    }
}
