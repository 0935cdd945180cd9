package io.videogen.core.http;

import io.videogen.core.text.RawText;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * Carries requests. It repeats no submission whatever happens, follows no redirect to another origin with a token, bounds what it
 * reads, and lets go within two seconds when the calling thread is interrupted or the transport is closed.
 *
 * <p>Thread-safe. It starts no thread before its first call.
 */
public final class HttpTransport implements AutoCloseable {

    /** The largest JSON reply that is read. */
    public static final int MOST_REPLY_BYTES = 16 << 20;
    /** How much of an error reply is read. */
    public static final int MOST_ERROR_BYTES = 64 << 10;

    private static final int MOST_REDIRECTS = 5;
    private static final Calls.Reader<Opened> OPENED = Opened::new;

    private final HttpSettings settings;
    private final Clients clients;
    private final Watch watch = new Watch();
    private final Calls calls = new Calls(watch);
    private final Consumer<WatchedInputStream> whenClosed = watch::remove;

    public HttpTransport(HttpSettings settings) {
        this(settings, new OkHttpClient.Builder());
    }

    /** @param prepared a builder with the proxy and trust rules of an environment that has its own, such as Jenkins */
    public HttpTransport(HttpSettings settings, OkHttpClient.Builder prepared) {
        this.settings = settings;
        this.clients = new Clients(settings, prepared, watch);
    }

    /**
     * Sends a short request and reads its reply whole. A redirect of a repeatable request is followed within its origin;
     * any other redirect is returned as it is.
     *
     * @throws NotSentException when no connection was made
     * @throws TooLargeException when a successful reply is larger than {@value #MOST_REPLY_BYTES} bytes
     * @throws IOException when the request may have left and no reply came
     * @throws InterruptedException when the calling thread was interrupted, or the transport was closed meanwhile
     */
    public HttpReply send(ApiCall call) throws IOException, InterruptedException {
        return send(call, settings.createTimeout(), reply -> reply);
    }

    /**
     * As {@link #send(ApiCall)}, and has the reply understood before another large one takes its place in memory.
     *
     * @param most bounds the call more tightly than the settings do
     * @param reader makes of the reply what is needed of it
     * @throws io.videogen.core.VideogenException what the reader throws
     */
    public <T> T send(ApiCall call, Duration most, Function<HttpReply, T> reader)
            throws IOException, InterruptedException {
        Duration longest = call.once() ? settings.createTimeout() : settings.callTimeout();
        Duration bound = most.compareTo(longest) < 0 ? most : longest;
        HttpUrl url = url(call.uri());
        for (int hop = 0; ; hop++) {
            boolean mayFollow = "GET".equals(call.method()) && hop < MOST_REDIRECTS;
            Answered<T> answered = calls.run(
                    call.once() ? clients.once() : clients.shared(),
                    OkHttpRequests.of(call, url),
                    bound,
                    true,
                    new Answering<>(url, mayFollow, reader));
            if (answered.next().isEmpty()) {
                return answered.value();
            }
            url = answered.next().get();
        }
    }

    /** A reply that was read, or where it leads. */
    private record Answered<T>(Optional<HttpUrl> next, T value) {}

    /** No lambda: a hundred first requests at once would each make its own class of one that nobody has met before. */
    private record Answering<T>(HttpUrl here, boolean mayFollow, Function<HttpReply, T> reader)
            implements Calls.Reader<Answered<T>>, Function<HttpReply, Answered<T>> {

        @Override
        public Answered<T> read(Call call, Response response) throws IOException {
            return Replies.read(call, response, this);
        }

        @Override
        public Answered<T> apply(HttpReply reply) {
            Optional<HttpUrl> next = OkHttpRequests.redirect(reply.status(), reply.header("location"), here);
            return mayFollow && next.isPresent() && OkHttpRequests.sameOrigin(here, next.get())
                    ? new Answered<>(next, null)
                    : new Answered<>(Optional.empty(), reader.apply(reply));
        }
    }

    /**
     * Opens a file for reading. Of addresses outside the endpoint's origin, refused are: any scheme but {@code http} and
     * {@code https}; plain {@code http} to a host that is not loopback, unless
     * {@link HttpSettings#allowInsecureHttp()}; link-local, multicast, reserved and cloud metadata addresses; loopback
     * and private addresses, unless the reply that told the address came from there itself. Names are judged by what
     * they resolve to, and connected to as judged.
     *
     * @throws RefusedAddressException when an address on the way is refused, or the way has more than 5 redirects
     * @throws IOException when the reply did not come; another try may help
     * @throws InterruptedException when the calling thread was interrupted, or the transport was closed meanwhile
     */
    public HttpStream open(StreamCall call) throws IOException, InterruptedException {
        AddressGuard guard = new AddressGuard(call.endpoint(), call.toldFromInside(), settings.allowInsecureHttp());
        HttpUrl url = url(call.uri());
        boolean trusted = true;
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            // Once another origin had a say in where to go, the token stays home, even on the way back.
            trusted &= AddressGuard.isAtEndpoint(call.endpoint(), url);
            Opened opened = calls.run(
                    guard.admit(clients.shared(), url),
                    OkHttpRequests.of(call, url, trusted),
                    settings.callTimeout(),
                    false,
                    OPENED);
            Optional<HttpUrl> next = OkHttpRequests.redirect(
                    opened.response().code(),
                    Optional.ofNullable(opened.response().header("Location")).map(RawText::new),
                    url);
            if (next.isEmpty()) {
                return stream(opened, trusted && hop == 0);
            }
            opened.close();
            url = next.get();
        }
        throw new RefusedAddressException(
                "The address at \"%s\" redirects more than %s times: it is not followed further.",
                url.host(), MOST_REDIRECTS);
    }

    /**
     * Sends a file to an address that the API told, which is judged as in {@link #open}. No redirect is followed.
     *
     * @param most the longest that it may take; a silence ends it sooner
     * @throws RefusedAddressException when the address is refused
     * @throws IOException when no reply came; another try may help
     * @throws InterruptedException when the calling thread was interrupted, or the transport was closed meanwhile
     */
    public <T> T store(FileCall call, Duration most, Function<HttpReply, T> reader)
            throws IOException, InterruptedException {
        AddressGuard guard = new AddressGuard(call.endpoint(), call.toldFromInside(), settings.allowInsecureHttp());
        HttpUrl url = url(call.uri());
        return calls.run(
                guard.admit(clients.shared(), url),
                OkHttpRequests.of(call, url),
                most,
                true,
                (running, response) -> Replies.read(running, response, reader));
    }

    /** Breaks off all that is under way, and ends the threads. */
    @Override
    public void close() {
        watch.close();
        clients.close();
    }

    private HttpStream stream(Opened opened, boolean atEndpoint) throws InterruptedException {
        WatchedInputStream body =
                new WatchedInputStream(opened.response().body().byteStream(), opened.call(), whenClosed);
        try {
            watch.add(body);
        } catch (InterruptedException e) {
            // Cancelled by now, which alone would leave its connection held for ever.
            body.close();
            throw e;
        }
        return new HttpStream(opened.response(), atEndpoint, body);
    }

    private record Opened(Call call, Response response) {
        void close() {
            call.cancel();
            response.close();
        }
    }

    private static HttpUrl url(URI uri) throws RefusedAddressException {
        HttpUrl url = HttpUrl.parse(uri.toString());
        if (url == null) {
            throw new RefusedAddressException(
                    "The address of scheme \"%s\" can not be fetched: only http and https addresses can.",
                    uri.getScheme());
        }
        return url;
    }
}
