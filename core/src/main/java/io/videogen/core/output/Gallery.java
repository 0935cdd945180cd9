package io.videogen.core.output;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The page {@code index.html}: all clips of the output folder with what is known of them. It needs no script and no
 * server, and depends on the manifest alone, so that the same manifest makes the same page.
 */
public final class Gallery {

    /** Name of the file in the output folder. */
    public static final String FILE_NAME = "index.html";

    private Gallery() {}

    public static String render(Manifest manifest) {
        StringBuilder page = new StringBuilder(4096 + 2048 * manifest.videos().size());
        page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                // Second line of defence behind the escaping: even a prompt that got through could run and load
                // nothing.
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';")
                .append(" img-src 'self' file:; media-src 'self' file:; style-src 'unsafe-inline'; base-uri 'none';")
                .append(" form-action 'none'\">\n")
                .append("<meta name=\"color-scheme\" content=\"light dark\">\n")
                .append("<meta name=\"generator\" content=\"Videogen\">\n")
                .append("<title>")
                .append(title(manifest))
                .append("</title>\n<style>\n")
                .append(style())
                .append("</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#clips\">Skip to the clips</a>\n")
                .append("<header>\n<h1>Videos</h1>\n<p>")
                .append(Html.escape(summary(manifest)))
                .append("</p>\n");
        long previews =
                manifest.videos().stream().filter(ManifestEntry::isPreview).count();
        if (previews > 0) {
            page.append("<p class=\"notice\"><strong>PREVIEW:</strong> drawn locally as placeholders, not generated: ")
                    .append(previews)
                    .append(" of ")
                    .append(manifest.videos().size())
                    .append(manifest.videos().size() == 1 ? " clip" : " clips")
                    .append(".</p>\n");
        }
        page.append("</header>\n<main id=\"clips\">\n");
        if (manifest.videos().isEmpty()) {
            page.append("<p>No videos yet.</p>\n");
        } else {
            page.append("<ul class=\"clips\" role=\"list\">\n");
            int number = 0;
            for (ManifestEntry entry : manifest.videos()) {
                number++;
                page.append("<li>\n");
                GalleryCard.append(page, entry, "clip-" + number);
                page.append("</li>\n");
            }
            page.append("</ul>\n");
        }
        return page.append("</main>\n</body>\n</html>\n").toString();
    }

    private static String title(Manifest manifest) {
        long failed =
                manifest.videos().stream().filter(video -> !video.isCompleted()).count();
        int all = manifest.videos().size();
        return failed == 0 ? "Videos: " + all : "Videos: " + (all - failed) + " of " + all;
    }

    private static String summary(Manifest manifest) {
        Map<String, Long> byStatus = manifest.videos().stream()
                .collect(Collectors.groupingBy(ManifestEntry::status, TreeMap::new, Collectors.counting()));
        int all = manifest.videos().size();
        return all
                + (all == 1 ? " clip" : " clips")
                + byStatus.entrySet().stream()
                        .map(count -> count.getValue() + " " + count.getKey())
                        .collect(Collectors.joining(", ", byStatus.isEmpty() ? "" : ": ", "."));
    }

    private static String style() {
        try (InputStream css = Gallery.class.getResourceAsStream("gallery.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
