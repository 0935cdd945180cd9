package io.videogen.core.output;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds entries of one output folder in a manifest by name, also among ten thousand. */
public final class ManifestIndex {

    private static final Pattern NUMBERED = Pattern.compile("(.+)-[1-9][0-9]{0,2}");

    private final Map<String, ManifestEntry> byName = new HashMap<>();
    private final Map<String, List<ManifestEntry>> numbered = new HashMap<>();

    /**
     * @param folder the output folder, relative to the manifest
     */
    public ManifestIndex(Manifest manifest, String folder) {
        // By video, then by job: clips whose names differ in the number alone.
        Map<String, Map<String, List<ManifestEntry>>> families = new HashMap<>();
        for (ManifestEntry entry : manifest.videos()) {
            if (!entry.folder().equals(folder)) {
                continue;
            }
            byName.put(entry.name(), entry);
            Matcher name = NUMBERED.matcher(entry.name());
            if (name.matches() && entry.jobId().isPresent()) {
                families.computeIfAbsent(name.group(1), ignored -> new HashMap<>())
                        .computeIfAbsent(entry.jobId().get(), ignored -> new ArrayList<>())
                        .add(entry);
            }
        }
        families.forEach((video, jobs) -> jobs.values().forEach(clips -> {
            if (clips.size() > 1) {
                numbered.computeIfAbsent(video, ignored -> new ArrayList<>()).addAll(clips);
            }
        }));
    }

    public Optional<ManifestEntry> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * The entries that an earlier run made of this video: its own, or {@code name-1}, {@code name-2} … of one job. A lone
     * {@code name-1} is a video of its own.
     */
    public List<ManifestEntry> entriesOf(String video) {
        List<ManifestEntry> entries = new ArrayList<>(numbered.getOrDefault(video, List.of()));
        find(video).ifPresent(entries::add);
        return entries;
    }
}
