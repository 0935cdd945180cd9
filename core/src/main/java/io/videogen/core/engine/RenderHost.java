package io.videogen.core.engine;

import io.videogen.core.download.ArtifactSink;
import io.videogen.core.event.RenderEvent;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * All that a render asks of the build around it.
 *
 * @param journal where it is written down
 * @param owners which jobs belong to others
 * @param sink where the files go; without one, a render has arrived when its job is completed
 * @param listener told what happened, once it is recorded
 */
public record RenderHost(
        Journal journal, JobOwners owners, Optional<ArtifactSink> sink, Consumer<RenderEvent> listener) {}
