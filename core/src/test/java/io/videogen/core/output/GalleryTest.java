package io.videogen.core.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class GalleryTest {

    private static final String HOSTILE = "\"><script>alert(1)</script><img src=x onerror='x'>`&";

    @Test
    void whateverAPromptHoldsStaysText() {
        String page = Gallery.render(new Manifest(List.of(entry("a", "completed", "rendered", HOSTILE))), "Acme 4.2");

        assertThat(page.split("<script", -1)).as("but the page's own").hasSize(2);
        assertThat(page).doesNotContain("<img").contains("&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @Test
    void aFileNameThatIsNoneStaysALocalAddress() {
        String page = Gallery.render(
                new Manifest(List.of(entry("javascript:alert(1)//", "completed", "rendered", "x"))), "Acme 4.2");

        assertThat(page).contains("href=\"./javascript%3Aalert%281%29//.mp4\"").doesNotContain("href=\"javascript");
    }

    @Test
    void aPreviewIsMarkedOnItsCardAndOnThePage() {
        String page = Gallery.render(new Manifest(List.of(entry("a", "completed", "preview", "x"))), "Acme 4.2");

        assertThat(page)
                .contains("not generated: 1 of 1 clip.")
                .contains(">PREVIEW</span>")
                .contains("Preview clip a");
    }

    @Test
    void aFailedVideoHasItsReasonAndNoPlayer() {
        String page = Gallery.render(new Manifest(List.of(entry("a", "failed", null, "x"))), "Acme 4.2");

        assertThat(page)
                .contains("No quota is left.")
                .doesNotContain("<video controls")
                .doesNotContain("download href");
    }

    @Test
    void theSameManifestMakesTheSamePage() {
        Manifest manifest = new Manifest(List.of(entry("a", "completed", "cache", "x")));

        assertThat(Gallery.render(manifest, "Acme 4.2")).isEqualTo(Gallery.render(manifest, "Acme 4.2"));
    }

    @Test
    void onlyThePagesOwnScriptMayRun() throws NoSuchAlgorithmException {
        String page = Gallery.render(new Manifest(List.of(entry("a", "completed", "cache", "x"))), "Acme 4.2");
        String script = page.substring(page.indexOf("<script>") + 8, page.indexOf("</script>"));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));

        assertThat(page)
                .contains("script-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "';")
                .doesNotContain("script-src 'unsafe");
        assertThat(script).doesNotContain("http").doesNotContain("innerHTML");
    }

    @Test
    void theTitleIsTheProjectAndFactsAreFoldedAway() {
        String page = Gallery.render(new Manifest(List.of(entry("a", "completed", "cache", "x < y"))), "Acme & Co 4.2");

        assertThat(page).contains("<h1>Acme &amp; Co 4.2</h1>").contains("<title>Acme &amp; Co 4.2: 1 video</title>");
        assertThat(page.indexOf("job_1")).isGreaterThan(page.indexOf("<details>"));
        assertThat(page)
                .as("a declaration to paste into a POM")
                .contains("&lt;prompt&gt;x &amp;lt; y&lt;/prompt&gt;")
                .contains("&lt;seconds&gt;4&lt;/seconds&gt;");
    }

    @Test
    void theDeclarationAsksForAllThatWasAskedFor() {
        Map<String, String> fields = Map.of("n", "3", "metadata", "{\"a\": \"<\"}", "inputReference", "");
        String page = Gallery.render(new Manifest(List.of(entry("a", "completed", "cache", "x", fields))), "Acme 4.2");

        assertThat(page)
                .contains("&lt;n&gt;3&lt;/n&gt;")
                .contains("&lt;metadata&gt;{&quot;a&quot;: &quot;&amp;lt;&quot;}&lt;/metadata&gt;")
                .as("files are not told")
                .contains("&lt;!-- and its inputReference --&gt;");
    }

    static ManifestEntry entry(String name, String status, String source, String prompt) {
        return entry(name, status, source, prompt, Map.of());
    }

    private static ManifestEntry entry(
            String name, String status, String source, String prompt, Map<String, String> fields) {
        boolean completed = status.equals("completed");
        return new ManifestEntry(
                name,
                status,
                "",
                OptionalInt.empty(),
                completed ? Optional.of(name + ".mp4") : Optional.empty(),
                Optional.empty(),
                completed ? Optional.of("ab".repeat(32)) : Optional.empty(),
                completed ? OptionalLong.of(1_234_567) : OptionalLong.empty(),
                completed ? OptionalDouble.of(4.04) : OptionalDouble.empty(),
                completed ? OptionalInt.of(1280) : OptionalInt.empty(),
                completed ? OptionalInt.of(720) : OptionalInt.empty(),
                Optional.of("sora-2"),
                Optional.of(prompt),
                Optional.of("4"),
                Optional.of("1280x720"),
                fields,
                Optional.of("openai"),
                Optional.of("https://gateway.example.com"),
                Optional.of("job_1"),
                Optional.ofNullable(source),
                Optional.of(Instant.parse("2026-11-22T10:00:00.123Z")),
                completed ? Optional.of(Instant.parse("2026-11-22T10:01:30Z")) : Optional.empty(),
                OptionalLong.of(90_000),
                Optional.empty(),
                List.of(),
                completed
                        ? Optional.empty()
                        : Optional.of(new ManifestEntry.Trouble("insufficient_quota", "No quota is left.")));
    }
}
