package io.videogen.it.fault;

import io.videogen.preview.clip.CannedClipPainter;
import io.videogen.preview.clip.ClipPainter;
import io.videogen.preview.clip.ClipSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it painted, to compare with what arrives. */
final class RememberingPainter implements ClipPainter {

    private final ClipPainter canned = new CannedClipPainter();
    private final Map<String, List<byte[]>> clipsByPrompt = new ConcurrentHashMap<>();

    /** In order; one for each job of the prompt that was completed. */
    List<byte[]> clips(String prompt) {
        return clipsByPrompt.getOrDefault(prompt, List.of());
    }

    byte[] latest(String prompt) {
        return clips(prompt).get(clips(prompt).size() - 1);
    }

    @Override
    public void paint(ClipSpec spec, Path target) throws IOException, InterruptedException {
        canned.paint(spec, target);
        clipsByPrompt
                .computeIfAbsent(spec.prompt(), prompt -> new CopyOnWriteArrayList<>())
                .add(Files.readAllBytes(target));
    }

    @Override
    public void paintThumbnail(ClipSpec spec, Path clip, Path target) throws IOException, InterruptedException {
        canned.paintThumbnail(spec, clip, target);
    }
}
