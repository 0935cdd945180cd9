package io.videogen.core.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.videogen.core.NewerSchemaException;
import io.videogen.core.advice.Setting;
import io.videogen.core.download.VerifiedFile;
import io.videogen.core.download.VerifiedFileJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * The content of {@code record.json}, which makes a folder of files a clip. Written and read as a stream, because an
 * up-to-date build reads nothing else and the tree model costs more to load than a hundred records to read.
 */
public record ClipRecord(String key, ClipFacts facts, List<Item> videos, Optional<Item> thumbnail) {

    static final String FILE = "record.json";

    private static final int SCHEMA = 1;
    static final JsonFactory JSON = new JsonFactory();

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
                clip.thumbnail().map(StoredFile::file));
    }

    static ClipRecord of(String key, ClipFacts facts, List<VerifiedFile> videos, Optional<VerifiedFile> thumbnail) {
        return new ClipRecord(key, facts, videos.stream().map(Item::of).toList(), thumbnail.map(Item::of));
    }

    public ClipRecord withoutThumbnail() {
        return new ClipRecord(key, facts, videos, Optional.empty());
    }

    /** The videos, then the thumbnail. */
    List<VerifiedFile> files() {
        return Stream.concat(videos.stream(), thumbnail.stream())
                .map(Item::file)
                .toList();
    }

    /** Size of all its files. */
    public long bytes() {
        return videos.stream().mapToLong(item -> item.file().bytes()).sum()
                + thumbnail.map(item -> item.file().bytes()).orElse(0L);
    }

    /** {@code clip.mp4}, or {@code clip-1.mp4} and so on where there are several. */
    String videoName(int index) {
        String number = videos.size() == 1 ? "" : "-" + (index + 1);
        return "clip" + number + "." + videos.get(index).file().extension();
    }

    String thumbnailName() {
        return "thumbnail." + thumbnail.orElseThrow().file().extension();
    }

    public byte[] toJson() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberField("schema", SCHEMA);
            json.writeStringField("key", key);
            writeFacts(json);
            json.writeArrayFieldStart("videos");
            for (Item item : videos) {
                write(json, item);
            }
            json.writeEndArray();
            if (thumbnail.isPresent()) {
                json.writeFieldName("thumbnail");
                write(json, thumbnail.get());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("Writing to memory cannot fail", e);
        }
        return out.toByteArray();
    }

    /**
     * @throws NewerSchemaException if a newer version wrote it
     * @throws IOException if it is damaged
     */
    public static ClipRecord parse(byte[] text) throws IOException {
        JsonFields json = JsonFields.parse(JSON, text);
        long schema = json.number("schema");
        if (schema > SCHEMA) {
            throw new NewerSchemaException("The clip \"" + json.text("key")
                    + "\" in the cache was written by a newer version of Videogen (schema \"" + schema
                    + "\"). Use that version, or choose another " + Setting.CACHE_DIRECTORY + ".");
        }
        List<JsonFields> videos = json.list("videos");
        if (videos.isEmpty()) {
            throw new IOException("it names no video");
        }
        List<Item> items = new ArrayList<>();
        for (JsonFields video : videos) {
            items.add(item(video));
        }
        Optional<JsonFields> thumbnail = json.optionalObject("thumbnail");
        return new ClipRecord(
                json.text("key"),
                facts(json),
                List.copyOf(items),
                thumbnail.isPresent() ? Optional.of(item(thumbnail.get())) : Optional.empty());
    }

    private void writeFacts(JsonGenerator json) throws IOException {
        json.writeStringField("name", facts.name());
        writeOptional(json, "model", facts.model());
        json.writeStringField("prompt", facts.prompt());
        writeOptional(json, "seconds", facts.seconds());
        writeOptional(json, "size", facts.size());
        json.writeStringField("api", facts.api());
        json.writeStringField("endpoint", facts.endpoint());
        writeOptional(json, "jobId", facts.jobId());
        json.writeStringField("createdAt", facts.createdAt().toString());
        json.writeStringField("completedAt", facts.completedAt().toString());
        json.writeBooleanField("preview", facts.preview());
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

    private static void writeOptional(JsonGenerator json, String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get());
        }
    }

    private static void write(JsonGenerator json, Item item) throws IOException {
        json.writeStartObject();
        VerifiedFileJson.write(json, item.file());
        json.writeNumberField("modified", item.modified());
        json.writeEndObject();
    }

    private static Item item(JsonFields json) throws IOException {
        String extension = json.text("extension");
        if (!extension.matches("[a-z0-9]{1,8}")) {
            throw new IOException("it names an impossible extension");
        }
        Optional<Double> duration = json.optionalDecimal("durationSeconds");
        return new Item(
                new VerifiedFile(
                        extension,
                        json.text("sha256"),
                        json.number("bytes"),
                        duration.isPresent() ? OptionalDouble.of(duration.get()) : OptionalDouble.empty(),
                        json.optionalDecimal("width").map(Double::intValue),
                        json.optionalDecimal("height").map(Double::intValue)),
                json.number("modified"));
    }
}
