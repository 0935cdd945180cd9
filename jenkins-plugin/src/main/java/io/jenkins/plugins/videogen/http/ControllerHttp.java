package io.jenkins.plugins.videogen.http;

import hudson.ProxyConfiguration;
import io.jenkins.plugins.okhttp.api.JenkinsOkHttpClient;
import io.videogen.core.http.HttpSettings;
import io.videogen.core.http.HttpTransport;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import jenkins.model.Jenkins;
import okhttp3.OkHttpClient;

/**
 * The controller's way out, through Jenkins' proxy: shared by all builds, so that many waiting steps share connections
 * and threads too. Connections are kept from call to call, so a changed proxy gets a transport of its own; the one
 * before is closed when its last call has ended, for a submission must not be cut off.
 */
public final class ControllerHttp {
    /** Kinds of use that differ in their settings. */
    public enum Use {
        /** Calls of the API, and clips from hosts with TLS. */
        NORMAL,
        /** The same for an endpoint whose administrator allows plain HTTP. */
        PLAIN_HTTP,
        /** Cancelling, for which an aborted build waits. */
        CANCEL
    }

    private static final Duration LONGEST_CANCEL = Duration.ofSeconds(15);
    private static final OkHttpClient BASE = new OkHttpClient();
    private static final Map<Use, Shared> CURRENT = new EnumMap<>(Use.class);

    private ControllerHttp() {}

    /** Makes one call, or one transfer. */
    public static <T> T call(Use use, Call<T> call) throws InterruptedException {
        Shared shared = take(use);
        try {
            return call.over(shared.transport);
        } finally {
            giveBack(use, shared);
        }
    }

    private static synchronized Shared take(Use use) {
        Jenkins jenkins = Jenkins.getInstanceOrNull();
        ProxyConfiguration proxy = jenkins == null ? null : jenkins.getProxy();
        Shared last = CURRENT.get(use);
        if (last == null || last.proxy != proxy) {
            CURRENT.put(use, new Shared(open(use), proxy));
            if (last != null && last.users == 0) {
                last.transport.close();
            }
        }
        Shared shared = CURRENT.get(use);
        shared.users++;
        return shared;
    }

    private static synchronized void giveBack(Use use, Shared shared) {
        shared.users--;
        if (shared.users == 0 && CURRENT.get(use) != shared) {
            shared.transport.close();
        }
    }

    private static HttpTransport open(Use use) {
        HttpSettings settings = HttpSettings.defaults().withAllowInsecureHttp(use == Use.PLAIN_HTTP);
        if (use == Use.CANCEL) {
            settings = settings.withTimeouts(LONGEST_CANCEL, LONGEST_CANCEL, LONGEST_CANCEL, LONGEST_CANCEL);
        }
        return new HttpTransport(settings, JenkinsOkHttpClient.newClientBuilder(BASE));
    }

    /** What is done over a transport; it must not keep it. */
    @FunctionalInterface
    public interface Call<T> {
        T over(HttpTransport transport) throws InterruptedException;
    }

    private static final class Shared {
        private final HttpTransport transport;
        private final ProxyConfiguration proxy;
        private int users;

        Shared(HttpTransport transport, ProxyConfiguration proxy) {
            this.transport = transport;
            this.proxy = proxy;
        }
    }
}
