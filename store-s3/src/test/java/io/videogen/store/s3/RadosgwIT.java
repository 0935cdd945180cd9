package io.videogen.store.s3;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** The contract against a real Ceph: atomic in both writes, and odd in its versions' quotes. */
@Tag("ceph")
class RadosgwIT extends StorageContract {

    @TempDir
    static Path home;

    private static Radosgw server;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        server = Radosgw.start(home);
        server.location("clips", "");
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Override
    String location() {
        return "s3://clips/" + UUID.randomUUID() + "?endpoint=" + server.endpoint() + "&pathStyle=true";
    }
}
