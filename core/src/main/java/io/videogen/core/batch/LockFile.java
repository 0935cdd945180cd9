package io.videogen.core.batch;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.advice.Message;
import io.videogen.core.advice.Setting;
import io.videogen.core.file.FileTrouble;
import io.videogen.core.json.JsonFields;
import io.videogen.core.json.JsonRecord;
import io.videogen.core.store.StoredClip;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/**
 * The clips that a release is built from, in a file of source control: name, request and digest of each. A build that
 * has one delivers exactly these bytes, or fails.
 *
 * @param file where it is, for messages
 * @param entries by name
 */
public record LockFile(Path file, List<Entry> entries) {

    private static final int SCHEMA = 1;

    public LockFile {
        entries = List.copyOf(entries);
    }

    /**
     * One video.
     *
     * @param key content key of its request
     * @param take which of its clips is delivered, where one is chosen
     * @param sha256 digests of what is delivered, in order
     */
    public record Entry(String name, String key, OptionalInt take, List<String> sha256) {

        static Entry of(String name, Order order, StoredClip clip) {
            OptionalInt take = order.take(name);
            List<String> digests =
                    clip.videos().stream().map(video -> video.file().sha256()).toList();
            return new Entry(
                    name,
                    order.contentKey(),
                    take,
                    take.isPresent() && take.getAsInt() <= digests.size()
                            ? digests.subList(take.getAsInt() - 1, take.getAsInt())
                            : digests);
        }
    }

    /** @throws VideogenException if it is missing or can not be understood */
    public static LockFile read(Path file) {
        try {
            return new LockFile(file, parse(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw VideogenException.invalid("invalid_lockFile")
                    .says(
                            "The lockFile \"%s\" can not be read (%s). Write it anew with %s.",
                            file, FileTrouble.reason(e), Setting.WRITE_LOCK);
        }
    }

    /**
     * Writes the file, with these entries in the place of older ones of the same names.
     *
     * @param declared names that any execution of the module declares; the entries of others go
     */
    public static void write(Path file, Collection<Entry> fresh, Set<String> declared) {
        TreeMap<String, Entry> byName = new TreeMap<>();
        if (Files.exists(file)) {
            read(file).entries.stream()
                    .filter(entry -> declared.contains(entry.name()))
                    .forEach(entry -> byName.put(entry.name(), entry));
        }
        fresh.forEach(entry -> byName.put(entry.name(), entry));
        try {
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            Files.writeString(file, text(byName.values()), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw VideogenException.of(ErrorKind.STORAGE, "lock_not_written", e)
                    .says("The lock file \"%s\" could not be written: %s.", file, FileTrouble.reason(e));
        }
    }

    /** Why a video of the order can not be delivered as it was locked. */
    Optional<VideogenException> refusal(Order order, Optional<StoredClip> clip) {
        return order.names().stream()
                .flatMap(name -> refusal(name, order, clip).stream())
                .findFirst();
    }

    private Optional<VideogenException> refusal(String name, Order order, Optional<StoredClip> clip) {
        Optional<Entry> locked =
                entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
        String why;
        if (locked.isEmpty()) {
            why = Message.text("is not in the lock file");
        } else if (!locked.get().key().equals(order.contentKey())
                || !locked.get().take().equals(order.take(name))) {
            why = Message.text("is declared differently from what was locked in");
        } else if (clip.filter(found -> Entry.of(name, order, found).equals(locked.get()))
                .isEmpty()) {
            why = Message.text("has no kept clip with the digest that is locked in");
        } else {
            return Optional.empty();
        }
        return Optional.of(VideogenException.invalid("not_as_locked")
                .says(
                        "The video \"%s\" %s \"%s\" (%s), and a build with a lock file creates no job. Restore"
                                + " what was approved, or render it without the lock file and approve it anew with %s.",
                        name, why, file, Setting.LOCK_FILE, Setting.WRITE_LOCK));
    }

    private static String text(Collection<Entry> entries) {
        return JsonRecord.indented(json -> json.put("schema", SCHEMA)
                .objects("videos", entries, (it, entry) -> it.put("name", entry.name())
                        .put("key", entry.key())
                        .put("take", entry.take())
                        .texts("sha256", entry.sha256())));
    }

    private static List<Entry> parse(byte[] text) throws IOException {
        JsonFields json = JsonFields.parse(text);
        json.requireSchema(SCHEMA);
        List<Entry> entries = new ArrayList<>();
        for (JsonFields video : json.objects("videos")) {
            List<String> digests = video.texts("sha256");
            String name = video.optionalText("name").orElse("");
            String key = video.optionalText("key").orElse("");
            if (name.isEmpty() || key.isEmpty() || digests.isEmpty()) {
                throw new IOException(Message.text("an entry has no name, key or sha256"));
            }
            entries.add(new Entry(name, key, video.optionalInt("take"), digests));
        }
        return entries;
    }
}
