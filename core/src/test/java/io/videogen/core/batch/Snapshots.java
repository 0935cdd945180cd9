package io.videogen.core.batch;

import io.videogen.core.artifact.ArtifactLocation;
import io.videogen.core.artifact.VerifiedFile;
import io.videogen.core.reply.JobSnapshot;
import io.videogen.core.reply.JobStatus;
import io.videogen.core.testing.Words;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What an API tells of jobs. */
final class Snapshots {

    private Snapshots() {}

    static JobSnapshot of(String id, boolean done, String endpoint) {
        return new JobSnapshot(
                Optional.of(Words.said(id)),
                done ? JobStatus.COMPLETED : JobStatus.RUNNING,
                Words.said(done ? "completed" : "running"),
                OptionalDouble.empty(),
                Optional.empty(),
                done
                        ? List.of(new ArtifactLocation(URI.create(endpoint + "/" + id), true, OptionalLong.empty()))
                        : List.of(),
                Optional.empty());
    }

    static VerifiedFile file(byte[] content) {
        return new VerifiedFile(
                "mp4",
                FakeRemote.sha256(content),
                content.length,
                OptionalDouble.of(1),
                Optional.of(64),
                Optional.of(36));
    }
}
