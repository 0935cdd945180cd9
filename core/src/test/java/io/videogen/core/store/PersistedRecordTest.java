package io.videogen.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.videogen.core.artifact.Stills;
import io.videogen.core.json.JsonFields;
import io.videogen.core.testing.Golden;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The record of a clip as version 0.1 wrote it. If this fails, users would pay again for clips that they have. */
class PersistedRecordTest {

    private static final ClipRecord RECORD = new ClipRecord(
            "0123456789abcdef".repeat(4),
            StoreFixture.facts("intro", Instant.parse("2026-11-28T09:01:30.5Z")),
            List.of(
                    new ClipRecord.Item(StoreFixture.video(StoreFixture.bytes("clip")), 1_795_856_490_123_456_789L),
                    new ClipRecord.Item(StoreFixture.video(StoreFixture.bytes("take")), 1_795_856_490_123_456_790L)),
            Stills.of(
                    Optional.of(new ClipRecord.Item(StoreFixture.thumbnail(StoreFixture.bytes("still")), 0)),
                    Optional.empty()));

    @Test
    void aRecordIsReadAndWrittenAsEver() throws IOException {
        String golden = Golden.text(PersistedRecordTest.class, "record.json");

        assertThat(ClipRecord.read(JsonFields.parse(golden))).isEqualTo(RECORD);
        assertThat(RECORD.toJson()).isEqualTo(golden);
    }
}
