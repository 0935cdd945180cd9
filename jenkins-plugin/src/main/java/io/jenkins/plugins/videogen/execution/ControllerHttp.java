package io.jenkins.plugins.videogen.execution;

import io.jenkins.plugins.okhttp.api.JenkinsOkHttpClient;
import io.videogen.core.http.HttpSettings;
import io.videogen.core.http.HttpTransport;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import okhttp3.OkHttpClient;

/**
 * The controller's way out, through Jenkins' proxy: shared by all builds, so that many waiting steps share connections
 * and threads too.
 */
final class ControllerHttp {
    /** Kinds of use that differ in their settings. */
    enum Use {
        /** Calls of the API, and clips from hosts with TLS. */
        NORMAL,
        /** The same for an endpoint whose administrator allows plain HTTP. */
        PLAIN_HTTP,
        /** Cancelling, for which an aborted build waits. */
        CANCEL
    }

    private static final Duration LONGEST_CANCEL = Duration.ofSeconds(15);
    private static final OkHttpClient BASE = new OkHttpClient();
    private static final Map<Use, HttpTransport> TRANSPORTS = new EnumMap<>(Use.class);

    private ControllerHttp() {}

    static synchronized HttpTransport transport(Use use) {
        return TRANSPORTS.computeIfAbsent(use, ControllerHttp::open);
    }

    private static HttpTransport open(Use use) {
        HttpSettings settings = HttpSettings.defaults().withAllowInsecureHttp(use == Use.PLAIN_HTTP);
        if (use == Use.CANCEL) {
            settings = settings.withTimeouts(LONGEST_CANCEL, LONGEST_CANCEL, LONGEST_CANCEL, LONGEST_CANCEL);
        }
        return new HttpTransport(settings, JenkinsOkHttpClient.newClientBuilder(BASE));
    }
}
