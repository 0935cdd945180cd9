package io.videogen.core.store;

import io.videogen.core.artifact.ArtifactKind;
import io.videogen.core.artifact.VerifiedFile;
import io.videogen.core.engine.RenderState;
import io.videogen.core.testing.TestClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A cache directory with clips that look real enough, and a clock that goes where a test wants it. */
final class StoreFixture {

    static final Instant NOW = TestClock.START;

    final Path directory;
    final TestClock clock = new TestClock();
    final List<String> warnings = new ArrayList<>();
    final ClipStore store;

    StoreFixture(Path directory) {
        this.directory = directory;
        store = ClipStore.open(directory, clock, warnings::add);
    }

    static String key(int number) {
        return sha256(("key " + number).getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    static VerifiedFile video(byte[] content) {
        return new VerifiedFile(
                "mp4", sha256(content), content.length, OptionalDouble.of(4.0), Optional.of(1280), Optional.of(720));
    }

    static VerifiedFile thumbnail(byte[] content) {
        return new VerifiedFile(
                "jpg", sha256(content), content.length, OptionalDouble.empty(), Optional.empty(), Optional.empty());
    }

    static ClipFacts facts(String name, Instant completedAt) {
        return new ClipFacts(
                name,
                Optional.of("sora-2"),
                "A cat \"on\" a beach \u6d77\u6ee9",
                Optional.of("4"),
                Optional.of("1280x720"),
                "openai",
                "https://gateway.example.com",
                Optional.of("job-" + name),
                completedAt.minusSeconds(90),
                completedAt,
                false);
    }

    /** A state in phase DONE, as the machine would leave it. */
    static RenderState done(String key, String name, List<VerifiedFile> videos, Optional<VerifiedFile> thumbnail) {
        StringBuilder json = new StringBuilder("{\"schema\":1,\"key\":\"" + key + "\",\"name\":\"" + name
                + "\",\"api\":\"openai\",\"endpoint\":\"https://gateway.example.com\",\"phase\":\"DONE\",\"jobId\":\"job-"
                + name + "\",\"videos\":[");
        for (int i = 0; i < videos.size(); i++) {
            json.append(i == 0 ? "" : ",").append(json(videos.get(i)));
        }
        json.append("]");
        thumbnail.ifPresent(file -> json.append(",\"thumbnail\":").append(json(file)));
        return RenderState.fromJson(json.append("}").toString());
    }

    /** A state in another phase. */
    static RenderState job(String key, String name, String phase) {
        return RenderState.fromJson("{\"schema\":1,\"key\":\"" + key + "\",\"name\":\"" + name
                + "\",\"api\":\"openai\",\"endpoint\":\"https://gateway.example.com\",\"phase\":\"" + phase
                + "\",\"jobId\":\"job-" + name + "\"}");
    }

    private static String json(VerifiedFile file) {
        StringBuilder json = new StringBuilder("{\"extension\":\"" + file.extension() + "\",\"sha256\":\""
                + file.sha256() + "\",\"bytes\":" + file.bytes());
        file.durationSeconds()
                .ifPresent(value -> json.append(",\"durationSeconds\":").append(value));
        file.width().ifPresent(value -> json.append(",\"width\":").append(value));
        file.height().ifPresent(value -> json.append(",\"height\":").append(value));
        return json.append("}").toString();
    }

    /** Downloads and keeps a clip of this content under the key. */
    StoredClip keep(String key, String name, byte[] content) throws IOException {
        Files.write(store.partFile(key, ArtifactKind.VIDEO, 0), content);
        try (KeyLock lock = store.tryLock(key).orElseThrow()) {
            return store.keep(
                    done(lock.key(), name, List.of(video(content)), Optional.empty()), facts(name, clock.instant()));
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A clock that stands still until it is moved. */
}
