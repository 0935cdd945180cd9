package io.jenkins.plugins.okhttp.api;

import okhttp3.OkHttpClient;

public class JenkinsOkHttpClient {
    public static OkHttpClient.Builder newClientBuilder(OkHttpClient client) {
        return client.newBuilder();
    }
}
