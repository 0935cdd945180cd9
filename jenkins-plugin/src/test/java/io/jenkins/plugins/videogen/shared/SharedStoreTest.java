package io.jenkins.plugins.videogen.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.videogen.core.artifact.ArtifactKind;
import io.videogen.core.artifact.Stills;
import io.videogen.core.artifact.VerifiedFile;
import io.videogen.core.engine.Phase;
import io.videogen.core.engine.RenderState;
import io.videogen.core.file.Sha256;
import io.videogen.core.store.ClipFacts;
import io.videogen.core.store.KeyLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
    private static final String ORIGIN = "https://gateway.example.com";

    @TempDir
    Path root;

    private Instant now = NOW;

    @Test
    void aClipIsOfOneEndpointAndNoOther() throws Exception {
        keep("one", 10);
        assertThat(store(1_000_000).of(ORIGIN).clip(key("one"))).isPresent();
        assertThat(store(1_000_000).of("http://127.0.0.1:8788").clip(key("one")))
                .isEmpty();
    }

    @Test
    void theClipThatWasNotUsedForLongestGoesFirst() throws Exception {
        keep("old", 10_000);
        now = NOW.plus(Duration.ofDays(1 * 2));
        keep("older by use", 10_000);
        now = NOW.plus(Duration.ofDays(2 * 2));
        store(1_000_000).of(ORIGIN).clip(key("old"));
        now = NOW.plus(Duration.ofDays(3 * 2));
        keep("new", 10_000);
        store(25_000).trim();
        SharedVideos videos = store(25_000).of(ORIGIN);
        assertThat(videos.clip(key("old"))).isPresent();
        assertThat(videos.clip(key("new"))).isPresent();
        assertThat(videos.clip(key("older by use"))).isEmpty();
    }

    private void keep(String name, int bytes) throws Exception {
        SharedVideos videos = store(1_000_000).of(ORIGIN);
        byte[] content = new byte[bytes];
        Path part = Files.write(videos.part(key(name), ArtifactKind.VIDEO, 0), content);
        VerifiedFile file = new VerifiedFile(
                "mp4", Sha256.of(part), bytes, OptionalDouble.empty(), Optional.empty(), Optional.empty());
        ClipFacts facts = new ClipFacts(
                name,
                Optional.empty(),
                "A cat",
                Optional.empty(),
                Optional.empty(),
                "openai",
                ORIGIN,
                Optional.of("vid_1"),
                now,
                now,
                false);
        try (KeyLock lock = videos.tryLock(key(name)).orElseThrow()) {
            assertThat(videos.keep(state(name, Phase.DONE, List.of(file)), facts)
                            .videos())
                    .hasSize(1);
            assertThat(lock.key()).isEqualTo(key(name));
        }
    }

    private RenderState state(String name, Phase phase, List<VerifiedFile> files) {
        return new RenderState(
                key(name),
                name,
                Optional.empty(),
                "openai",
                ORIGIN,
                phase,
                Optional.of("submission"),
                Optional.of(now),
                Optional.of("vid_1"),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                0,
                files,
                Stills.none(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static String key(String name) {
        return Integer.toHexString(name.hashCode()).repeat(16).substring(0, 64);
    }

    private SharedStore store(long most) {
        return new SharedStore(root, most, Clock.fixed(now, ZoneOffset.UTC));
    }
}
