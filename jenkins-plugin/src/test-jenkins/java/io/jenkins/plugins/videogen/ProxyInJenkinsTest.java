package io.jenkins.plugins.videogen;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import hudson.ProxyConfiguration;
import io.videogen.preview.PreviewServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The proxy of Jenkins, changed while Jenkins runs. */
@WithJenkins
class ProxyInJenkinsTest {
    private static final Set<String> FOR_ONE_HOP =
            Set.of("host", "connection", "content-length", "proxy-connection", "transfer-encoding");

    private final AtomicInteger proxied = new AtomicInteger();
    private final HttpClient direct = HttpClient.newHttpClient();
    private PreviewServer api;
    private HttpServer proxy;
    private JenkinsRule j;

    @BeforeEach
    void start(JenkinsRule rule) throws IOException {
        j = rule;
        api = PreviewServer.canned();
        proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proxy.createContext("/", this::forward);
        proxy.start();
    }

    @AfterEach
    void stop() {
        proxy.stop(0);
        api.close();
    }

    @Test
    void aChangeOfTheProxyCountsForTheNextJob() throws Exception {
        build("one");
        assertThat(proxied).hasValue(0);

        int before = api.requests().size();
        j.jenkins.setProxy(
                new ProxyConfiguration("127.0.0.1", proxy.getAddress().getPort()));
        build("two");
        assertThat(proxied).hasValue(api.requests().size() - before);

        int through = proxied.get();
        j.jenkins.setProxy(
                new ProxyConfiguration("127.0.0.1", proxy.getAddress().getPort(), null, null, "localhost,127.0.0.1"));
        build("three");
        assertThat(proxied).hasValue(through);
        assertThat(api.jobsCreated()).isEqualTo(3);
    }

    private void build(String name) throws Exception {
        WorkflowJob job = j.createProject(WorkflowJob.class, name);
        job.setDefinition(new CpsFlowDefinition(
                "node { generateVideo prompt: 'A cat', timeoutMinutes: 1, endpoint: '" + api.baseUrl() + "' }", true));
        j.buildAndAssertSuccess(job);
    }

    private void forward(HttpExchange exchange) throws IOException {
        proxied.incrementAndGet();
        HttpRequest.Builder request = HttpRequest.newBuilder(exchange.getRequestURI())
                .method(
                        exchange.getRequestMethod(),
                        HttpRequest.BodyPublishers.ofByteArray(
                                exchange.getRequestBody().readAllBytes()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!FOR_ONE_HOP.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            HttpResponse<byte[]> reply = direct.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            reply.headers().map().forEach((name, values) -> {
                if (!FOR_ONE_HOP.contains(name)) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            exchange.sendResponseHeaders(reply.statusCode(), reply.body().length);
            exchange.getResponseBody().write(reply.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }
}
