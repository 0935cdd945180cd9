package io.videogen.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What builds left in the output folder of a set of videos. */
record Delivered(VideoSet videos, PaidServer server) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern LEFT_AT = Pattern.compile("left at (\\S+)");

    /** Entries of the manifest by name; none where there is no manifest yet. */
    Map<String, JsonNode> entries() throws IOException {
        Path manifest = videos.output().resolve("videogen.json");
        Map<String, JsonNode> entries = new TreeMap<>();
        if (Files.exists(manifest)) {
            JSON.readTree(manifest.toFile())
                    .path("videos")
                    .forEach(entry -> entries.put(entry.path("name").asText(), entry));
        }
        return entries;
    }

    /** Names whose entry has a status. */
    List<String> withStatus(String status) throws IOException {
        return entries().entrySet().stream()
                .filter(entry -> entry.getValue().path("status").asText().equals(status))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whatever lies at a clip's final name, even after a kill, is that very clip and whole. */
    void assertNoHalfClips() throws IOException, InterruptedException {
        for (String name : videos.names()) {
            Path clip = videos.output().resolve(name + ".mp4");
            if (Files.exists(clip)) {
                List<String> paid = new ArrayList<>();
                for (String jobId : server.jobs(videos.prompt(name))) {
                    paid.add(server.digest(jobId));
                }
                assertThat(sha256(Files.readAllBytes(clip)))
                        .as(name + " after a kill")
                        .isIn(paid);
            }
        }
    }

    /** When submissions left whose outcome is reported as unknown, by the names of their videos. */
    Map<String, String> unknownSince() throws IOException {
        Map<String, String> since = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : entries().entrySet()) {
            Matcher left = LEFT_AT.matcher(
                    entry.getValue().path("error").path("message").asText());
            if (entry.getValue().path("status").asText().equals("unknown") && left.find()) {
                since.put(entry.getKey(), left.group(1));
            }
        }
        return since;
    }

    /** All clips are there, are those that the server made for them, and nothing else is. */
    void assertComplete() throws IOException, InterruptedException {
        Map<String, JsonNode> entries = entries();
        assertThat(entries.keySet()).containsExactlyElementsOf(videos.names());
        List<String> expected = new ArrayList<>(List.of("index.html", "videogen.json"));
        for (String name : videos.names()) {
            JsonNode entry = entries.get(name);
            String jobId = entry.path("jobId").asText();
            assertThat(entry.path("status").asText()).as(name).isEqualTo("completed");
            JsonNode job = JSON.readTree(server.get("/v1/videos/" + jobId).body());
            assertThat(job.path("prompt").asText()).as("job of " + name).isEqualTo(videos.prompt(name));
            String digest = server.digest(jobId);
            assertThat(entry.path("sha256").asText()).as(name).isEqualTo(digest);
            assertThat(sha256(Files.readAllBytes(videos.output().resolve(name + ".mp4"))))
                    .as(name)
                    .isEqualTo(digest);
            expected.add(name + ".mp4");
            if (entry.path("thumbnail").isTextual()) {
                expected.add(entry.path("thumbnail").asText());
            }
        }
        assertThat(names(videos.output())).containsExactlyInAnyOrderElementsOf(expected);
        // What a killed process was writing stays until the store is pruned; a record would count as a job.
        List<String> inFlight = new ArrayList<>();
        for (String file : names(videos.cache().resolve("jobs"))) {
            if (file.endsWith(".json")) {
                inFlight.add(Files.readString(videos.cache().resolve("jobs").resolve(file)));
            }
        }
        assertThat(inFlight).as("jobs in flight").isEmpty();
        assertThat(names(videos.cache().resolve("parts")))
                .as("unfinished downloads")
                .isEmpty();
    }

    private static List<String> names(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
