package io.videogen.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.videogen.preview.PreviewServer;
import io.videogen.preview.api.Api;
import io.videogen.preview.http.RecordedRequest;
import io.videogen.preview.script.Script;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
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
 *
 * <p>A project of several invocations has a {@code verify.N.groovy} for each, with {@link #step}: requests and log are
 * then those of that invocation.
 */
public final class Stage {

    private static final String KEY = "stage";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PreviewServer server;
    private final Path root;
    private final Path folder;
    private int seenRequests;
    private int seenLog;

    private Stage(PreviewServer server, Path root, Path folder) {
        this.server = server;
        this.root = root;
        this.folder = folder;
    }

    /** What a verify script does with a stage. */
    @FunctionalInterface
    public interface Check {
        void on(Stage stage) throws Exception;
    }

    /** Starts a server with canned clips, and sets {@code videogen.endpoint} and a cache folder for the build. */
    public static Stage open(Map<String, Object> context, File basedir) throws IOException {
        return open(context, basedir, Api.OPENAI);
    }

    /** As {@link #open(Map, File)}, with the API that server and build speak. */
    public static Stage open(Map<String, Object> context, File basedir, Api api) throws IOException {
        Stage stage = start(context, basedir, api);
        properties(context).setProperty("videogen.endpoint", stage.server.baseUrl());
        properties(context).setProperty("videogen.api", api.toString());
        return stage;
    }

    /** As {@link #open(Map, File)}, but the build is not told of the server, so that any request to it shows a mistake. */
    public static Stage openWithoutEndpoint(Map<String, Object> context, File basedir) throws IOException {
        return start(context, basedir, Api.OPENAI);
    }

    private static Stage start(Map<String, Object> context, File basedir, Api api) throws IOException {
        Path folder = basedir.toPath();
        Stage stage = new Stage(PreviewServer.builder().api(api).start(), folder, folder);
        context.put(KEY, stage);
        properties(context).setProperty("videogen.cacheDirectory", stage.cache().toString());
        properties(context).setProperty("videogen.pollInterval", "100ms");
        return stage;
    }

    /** The stage of this project, for the scripts between two invocations. */
    public static Stage of(Map<String, Object> context) {
        return (Stage) context.get(KEY);
    }

    /** What the next invocations get with {@code -D}. */
    public static Properties properties(Map<String, Object> context) {
        return (Properties) context.get("userProperties");
    }

    /** Checks what one invocation left; the next one's requests and log are counted from here. */
    public static boolean step(Map<String, Object> context, Check check) throws Exception {
        Stage stage = of(context);
        check.on(stage);
        stage.seenRequests = stage.server.requests().size();
        stage.seenLog = stage.wholeLog().length();
        return true;
    }

    /** Checks what the build left, and ends the server whatever the check says. */
    public static boolean close(Map<String, Object> context, Check check) throws Exception {
        Stage stage = of(context);
        try {
            check.on(stage);
            return true;
        } finally {
            stage.server.close();
        }
    }

    /** The same stage, for the files of one module. */
    public Stage module(String name) {
        return new Stage(server, root, root.resolve(name));
    }

    /**
     * Writes settings for an invocation whose {@code invoker.settingsFile} names the file.
     *
     * @param file beside the POM; its name is used in no other project
     * @param content elements to add to the settings of all projects, such as {@code <servers>}
     */
    public void writeSettings(String file, String content) throws IOException {
        String common = Files.readString(root.resolveSibling("interpolated-settings.xml"), StandardCharsets.UTF_8);
        Files.writeString(
                root.resolve(file),
                common.replace("<profiles>", content + System.lineSeparator() + "  <profiles>"),
                StandardCharsets.UTF_8);
    }

    public PreviewServer server() {
        return server;
    }

    public Script script() {
        return server.script();
    }

    /** How many requests to create a job arrived: what would have been paid. */
    public long creates() {
        return received().stream()
                .filter(request -> request.method().equals("POST"))
                .count();
    }

    /** How many requests of any kind arrived. */
    public long requests() {
        return received().size();
    }

    /** The requests, oldest first. */
    public List<RecordedRequest> received() {
        List<RecordedRequest> all = server.requests();
        return all.subList(seenRequests, all.size());
    }

    /** A file below the project's folder. */
    public Path file(String path) {
        return folder.resolve(path);
    }

    /** The store of this project. */
    public Path cache() {
        return root.resolve("cache");
    }

    /** The log of the build. */
    public String log() throws IOException {
        return wholeLog().substring(seenLog);
    }

    private String wholeLog() throws IOException {
        return Files.readString(root.resolve("build.log"), StandardCharsets.UTF_8);
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

    /** No file of these folders or files holds any of the texts, whatever its encoding. */
    public void assertNowhere(List<String> texts, String... places) throws IOException {
        for (String place : places) {
            try (Stream<Path> files = Files.walk(file(place))) {
                for (Path path : files.filter(Files::isRegularFile).toList()) {
                    assertThat(Files.readString(path, StandardCharsets.ISO_8859_1))
                            .as(path.toString())
                            .doesNotContain(texts);
                }
            }
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
