package io.videogen.core.store;

import io.videogen.core.NewerSchemaException;
import io.videogen.core.advice.Message;
import io.videogen.core.advice.Setting;
import io.videogen.core.artifact.ArtifactKind;
import io.videogen.core.artifact.Stills;
import io.videogen.core.artifact.VerifiedFile;
import io.videogen.core.artifact.VerifiedFileJson;
import io.videogen.core.json.JsonFields;
import io.videogen.core.json.JsonRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The content of {@code record.json}, which makes a folder of files a clip. Written and read as a stream, because an
 * up-to-date build reads nothing else and the tree model costs more to load than a hundred records to read.
 */
public record ClipRecord(String key, ClipFacts facts, List<Item> videos, Stills<Item> stills) {

    static final String FILE = "record.json";

    private static final int SCHEMA = 1;

    /**
     * A file of the clip.
     *
     * @param file what was verified
     * @param modified time of its last change when it was last verified, in nanoseconds since 1970
     */
    public record Item(VerifiedFile file, long modified) {

        /** A file that lies nowhere yet. */
        static Item of(VerifiedFile file) {
            return new Item(file, 0);
        }
    }

    /** What is told of a clip, wherever its files lie. */
    public static ClipRecord of(StoredClip clip) {
        return of(
                clip.key(),
                clip.facts(),
                clip.videos().stream().map(StoredFile::file).toList(),
                clip.stills().map((kind, still) -> still.file()));
    }

    static ClipRecord of(String key, ClipFacts facts, List<VerifiedFile> videos, Stills<VerifiedFile> stills) {
        return new ClipRecord(
                key, facts, videos.stream().map(Item::of).toList(), stills.map((kind, file) -> Item.of(file)));
    }

    /** The same with these pictures alone. */
    public ClipRecord with(Stills<Item> pictures) {
        return new ClipRecord(key, facts, videos, pictures);
    }

    /** The videos, then the pictures. */
    List<VerifiedFile> files() {
        return Stream.concat(videos.stream(), stills.stream()).map(Item::file).toList();
    }

    /** Size of all its files. */
    public long bytes() {
        return files().stream().mapToLong(VerifiedFile::bytes).sum();
    }

    /** {@code clip.mp4}, or {@code clip-1.mp4} and so on where there are several. */
    String videoName(int index) {
        String number = videos.size() == 1 ? "" : "-" + (index + 1);
        return "clip" + number + "." + videos.get(index).file().extension();
    }

    String stillName(ArtifactKind kind) {
        return kind.word() + "." + stills.get(kind).orElseThrow().file().extension();
    }

    public String toJson() {
        return JsonRecord.text(json -> {
            json.put("schema", SCHEMA)
                    .put("key", key)
                    .put("name", facts.name())
                    .put("model", facts.model())
                    .put("prompt", facts.prompt())
                    .put("seconds", facts.seconds())
                    .put("size", facts.size())
                    .put("api", facts.api())
                    .put("endpoint", facts.endpoint())
                    .put("jobId", facts.jobId())
                    .put("createdAt", facts.createdAt().toString())
                    .put("completedAt", facts.completedAt().toString())
                    .put("preview", facts.preview())
                    .objects("videos", videos, ClipRecord::write);
            for (ArtifactKind kind : Stills.KINDS) {
                stills.get(kind).ifPresent(item -> json.object(kind.word(), it -> write(it, item)));
            }
        });
    }

    /**
     * @throws NewerSchemaException if a newer version wrote it
     * @throws IOException if it is damaged
     */
    public static ClipRecord read(JsonFields json) throws IOException {
        long schema = json.number("schema");
        if (schema > SCHEMA) {
            throw new NewerSchemaException(
                    "The clip \"%s\" in the cache was written by a newer version of Videogen (schema \"%s\")."
                            + " Use that version, or choose another %s.",
                    json.text("key"), schema, Setting.CACHE_DIRECTORY);
        }
        List<JsonFields> videos = json.objects("videos");
        if (videos.isEmpty()) {
            throw new IOException(Message.text("it names no video"));
        }
        List<Item> items = new ArrayList<>();
        for (JsonFields video : videos) {
            items.add(item(video));
        }
        Stills<Item> stills = Stills.none();
        for (ArtifactKind kind : Stills.KINDS) {
            Optional<JsonFields> still = json.optionalObject(kind.word());
            stills = still.isPresent() ? stills.with(kind, item(still.get())) : stills;
        }
        return new ClipRecord(json.text("key"), facts(json), List.copyOf(items), stills);
    }

    private static ClipFacts facts(JsonFields json) throws IOException {
        return new ClipFacts(
                json.text("name"),
                json.optionalText("model"),
                json.text("prompt"),
                json.optionalText("seconds"),
                json.optionalText("size"),
                json.text("api"),
                json.text("endpoint"),
                json.optionalText("jobId"),
                json.instant("createdAt"),
                json.instant("completedAt"),
                json.flag("preview"));
    }

    private static void write(JsonRecord json, Item item) {
        VerifiedFileJson.write(json, item.file());
        json.put("modified", item.modified());
    }

    private static Item item(JsonFields json) throws IOException {
        return new Item(VerifiedFileJson.read(json), json.number("modified"));
    }
}
