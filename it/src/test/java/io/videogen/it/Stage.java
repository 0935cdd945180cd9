package io.videogen.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.videogen.preview.PreviewServer;
import io.videogen.preview.script.Script;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.stream.StreamSupport;

/**
 * One invoker project with a server of its own. A project's scripts are:
 *
 * <pre>{@code
 * // prebuild.groovy: starts the server and hands its address to the build
 * io.videogen.it.Stage.open(context, basedir).script().failJobs('storm', 'code', 'message')
 * true
 *
 * // verify.groovy: looks at what the build left, and ends the server
 * io.videogen.it.Stage.close(context) { stage ->
 *     assert stage.creates() == 1
 *     stage.assertClip('hero')
 * }
 * }</pre>
 */
public final class Stage {

    private static final String KEY = "stage";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PreviewServer server;
    private final Path folder;

    private Stage(PreviewServer server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    /** What a verify script does with a stage. */
    @FunctionalInterface
    public interface Check {
        void on(Stage stage) throws Exception;
    }

    /** Starts a server with canned clips, and sets {@code videogen.endpoint} and a cache folder for the build. */
    public static Stage open(Map<String, Object> context, File basedir) throws IOException {
        Stage stage = openWithoutEndpoint(context, basedir);
        ((Properties) context.get("userProperties")).setProperty("videogen.endpoint", stage.server.baseUrl());
        return stage;
    }

    /** As {@link #open}, but the build is not told of the server, so that any request to it shows a mistake. */
    public static Stage openWithoutEndpoint(Map<String, Object> context, File basedir) throws IOException {
        Stage stage = new Stage(PreviewServer.canned(), basedir.toPath());
        context.put(KEY, stage);
        Properties properties = (Properties) context.get("userProperties");
        properties.setProperty("videogen.cacheDirectory", stage.cache().toString());
        properties.setProperty("videogen.pollInterval", "100ms");
        return stage;
    }

    /** Checks what the build left, and ends the server whatever the check says. */
    public static boolean close(Map<String, Object> context, Check check) throws Exception {
        Stage stage = (Stage) context.get(KEY);
        try {
            check.on(stage);
            return true;
        } finally {
            stage.server.close();
        }
    }

    public PreviewServer server() {
        return server;
    }

    public Script script() {
        return server.script();
    }

    /** How many requests to create a job arrived: what would have been paid. */
    public long creates() {
        return server.count("POST");
    }

    /** How many requests of any kind arrived. */
    public long requests() {
        return server.requests().size();
    }

    /** A file below the project's folder. */
    public Path file(String path) {
        return folder.resolve(path);
    }

    /** The store of this project. */
    public Path cache() {
        return folder.resolve("cache");
    }

    /** The log of the build. */
    public String log() throws IOException {
        return Files.readString(folder.resolve("build.log"), StandardCharsets.UTF_8);
    }

    /** A line or part of a line of the log. */
    public void assertLogged(String text) throws IOException {
        assertThat(log()).contains(text);
    }

    public void assertNotLogged(String text) throws IOException {
        assertThat(log()).doesNotContain(text);
    }

    /** Nothing lies at any place where a clip of that name could be. */
    public void assertNoClip(String name) {
        for (String extension : new String[] {"mp4", "mov", "webm"}) {
            assertThat(file("target/videogen/" + name + "." + extension)).doesNotExist();
        }
    }

    /** The clip is there, whole, and what its manifest entry says. */
    public JsonNode assertClip(String name) throws IOException {
        JsonNode entry = entry(name);
        assertThat(entry.path("status").asText()).isEqualTo("completed");
        Path clip = file("target/videogen").resolve(entry.path("file").asText());
        byte[] bytes = Files.readAllBytes(clip);
        assertThat(clip).hasFileName(name + ".mp4");
        assertThat(entry.path("bytes").asLong()).isEqualTo(bytes.length);
        assertThat(entry.path("sha256").asText()).isEqualTo(sha256(bytes));
        return entry;
    }

    /** An entry of the manifest. */
    public JsonNode entry(String name) throws IOException {
        return StreamSupport.stream(manifest().path("videos").spliterator(), false)
                .filter(entry -> entry.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the manifest has no video \"" + name + "\""));
    }

    /** The manifest. */
    public JsonNode manifest() throws IOException {
        return JSON.readTree(file("target/videogen/videogen.json").toFile());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
