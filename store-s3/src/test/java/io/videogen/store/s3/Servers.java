package io.videogen.store.s3;

import io.videogen.core.shared.AccessKeys;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;

/** What tests need of servers in processes of their own. */
final class Servers {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private Servers() {}

    /** Waits until a server answers, with whatever. */
    static void awaitAnswer(String endpoint, Process process, Path log) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!answers(endpoint)) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new IllegalStateException("The server does not come up: " + Files.readString(log));
            }
            process.onExit()
                    .orTimeout(100, java.util.concurrent.TimeUnit.MILLISECONDS)
                    .exceptionally(late -> null)
                    .join();
        }
    }

    static void createBucket(String endpoint, String bucket, AccessKeys keys) {
        S3Location location = S3Location.parse("s3://" + bucket + "?endpoint=" + endpoint + "&pathStyle=true");
        try (S3Client client = S3Clients.open(location, Optional.of(keys))) {
            client.createBucket(create -> create.bucket(bucket));
        }
    }

    private static boolean answers(String endpoint) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(endpoint).toURL().openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(5000);
            return connection.getResponseCode() > 0;
        } catch (IOException e) {
            return false;
        }
    }
}
