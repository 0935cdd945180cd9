package io.videogen.core.output;

import io.videogen.core.file.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The page {@code index.html}: all clips with what is known of them. It needs no server and no network, and depends on
 * the manifest alone, so that the same manifest makes the same page. Its one script is its own (play all, compare, copy);
 * without scripts the clips still play.
 */
public final class Gallery {

    /** Name of the file in the report folder. */
    public static final String FILE_NAME = "index.html";

    private Gallery() {}

    /**
     * @param title heading of the page, such as name and version of the project
     */
    public static String render(Manifest manifest, String title) {
        String script = resource("gallery.js");
        StringBuilder page = new StringBuilder(16_384 + 2048 * manifest.videos().size());
        page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                // Second line of defence behind the escaping: even a prompt that got through could run and load
                // nothing, as the one script is known by its digest.
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';")
                .append(" img-src 'self' file:; media-src 'self' file:; style-src 'unsafe-inline'; script-src 'sha256-")
                .append(digest(script))
                .append("'; base-uri 'none'; form-action 'none'\">\n")
                .append("<meta name=\"color-scheme\" content=\"light dark\">\n")
                .append("<meta name=\"generator\" content=\"Videogen\">\n")
                .append(Html.of("<title>%s: %s</title>\n<style>\n", title, count(manifest)))
                .append(resource("gallery.css"))
                .append("</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#clips\">Skip to the clips</a>\n")
                .append(Html.of(
                        "<header>\n<h1>%s</h1>\n<button type=\"button\" id=\"play-all\" hidden>Play all</button>\n"
                                + "<p>%s</p>\n",
                        title, summary(manifest)));
        long previews =
                manifest.videos().stream().filter(ManifestEntry::isPreview).count();
        if (previews > 0) {
            int all = manifest.videos().size();
            page.append(Html.of(
                    "<p class=\"notice\"><strong>PREVIEW:</strong> drawn locally as placeholders, not generated:"
                            + " %s of %s %s.</p>\n",
                    previews, all, all == 1 ? "clip" : "clips"));
        }
        page.append("</header>\n<main id=\"clips\">\n");
        if (!manifest.films().isEmpty()) {
            page.append("<ul class=\"clips films\" role=\"list\">\n");
            int number = 0;
            for (FilmEntry film : manifest.films()) {
                number++;
                page.append("<li>\n");
                FilmCard.append(page, film, "film-" + number);
                page.append("</li>\n");
            }
            page.append("</ul>\n");
        }
        if (manifest.videos().isEmpty() && manifest.films().isEmpty()) {
            page.append("<p>No videos yet.</p>\n");
        } else if (!manifest.videos().isEmpty()) {
            page.append("<ul class=\"clips\" role=\"list\">\n");
            int number = 0;
            for (ManifestEntry entry : manifest.videos()) {
                number++;
                page.append("<li>\n");
                new GalleryCard(page, entry, "clip-" + number).append();
                page.append("</li>\n");
            }
            page.append("</ul>\n");
        }
        return page.append("</main>\n<div id=\"status\" role=\"status\"></div>\n<script>")
                .append(script)
                .append("</script>\n</body>\n</html>\n")
                .toString();
    }

    private static String count(Manifest manifest) {
        long failed =
                manifest.videos().stream().filter(video -> !video.isCompleted()).count();
        int all = manifest.videos().size();
        return failed == 0 ? all + (all == 1 ? " video" : " videos") : (all - failed) + " of " + all + " videos";
    }

    private static String summary(Manifest manifest) {
        Map<String, Long> byStatus = manifest.videos().stream()
                .collect(Collectors.groupingBy(ManifestEntry::status, TreeMap::new, Collectors.counting()));
        int all = manifest.videos().size();
        int films = manifest.films().size();
        return (films == 0 ? "" : films + (films == 1 ? " film, " : " films, "))
                + all
                + (all == 1 ? " clip" : " clips")
                + byStatus.entrySet().stream()
                        .map(count -> count.getValue() + " " + count.getKey())
                        .collect(Collectors.joining(", ", byStatus.isEmpty() ? "" : ": ", "."));
    }

    private static String digest(String script) {
        return Base64.getEncoder().encodeToString(Sha256.begin().digest(script.getBytes(StandardCharsets.UTF_8)));
    }

    private static String resource(String name) {
        try (InputStream text = Gallery.class.getResourceAsStream(name)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
