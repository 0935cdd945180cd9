package io.videogen.core.output;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** One clip on the gallery page. */
final class GalleryCard {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final StringBuilder page;
    private final ManifestEntry entry;
    private final String id;

    private GalleryCard(StringBuilder page, ManifestEntry entry, String id) {
        this.page = page;
        this.entry = entry;
        this.id = id;
    }

    /**
     * @param id unique on the page, plain letters and digits
     */
    static void append(StringBuilder page, ManifestEntry entry, String id) {
        new GalleryCard(page, entry, id).append();
    }

    private void append() {
        page.append("<article aria-labelledby=\"").append(id).append("\">\n");
        Optional<String> file = entry.isCompleted() ? entry.file() : Optional.empty();
        file.ifPresentOrElse(this::player, this::absent);
        page.append("<div class=\"text\">\n<div class=\"title\"><h2 id=\"")
                .append(id)
                .append("\">")
                .append(Html.escape(entry.name()))
                .append("</h2>")
                .append(badge())
                .append("</div>\n");
        entry.prompt().ifPresent(prompt -> page.append("<p class=\"prompt\" dir=\"auto\" lang=\"\" tabindex=\"0\"")
                .append(" role=\"region\" aria-label=\"Prompt of ")
                .append(Html.escape(entry.name()))
                .append("\">")
                .append(Html.escape(prompt))
                .append("</p>\n"));
        entry.error().ifPresent(error -> page.append("<p class=\"reason\"><strong>Reason:</strong> ")
                .append(Html.escape(error.message()))
                .append(" <code>")
                .append(Html.escape(error.code()))
                .append("</code></p>\n"));
        facts();
        file.ifPresent(name -> page.append("<a class=\"download\" download href=\"")
                .append(Html.escape(Html.fileUrl(name)))
                .append("\">Download ")
                .append(Html.escape(name))
                .append(entry.bytes().isPresent() ? " (" + bytes(entry.bytes().getAsLong()) + ")" : "")
                .append("</a>\n"));
        page.append("</div>\n</article>\n");
    }

    private void player(String file) {
        page.append("<div class=\"stage\"");
        if (hasShape()) {
            page.append(" style=\"--shape: ")
                    .append(entry.width().getAsInt())
                    .append(" / ")
                    .append(entry.height().getAsInt())
                    .append('"');
        }
        page.append("><video controls playsinline");
        if (hasShape()) {
            page.append(" width=\"")
                    .append(entry.width().getAsInt())
                    .append("\" height=\"")
                    .append(entry.height().getAsInt())
                    .append('"');
        }
        // Without a picture the browser shows the first frame; the very first is often black.
        page.append(entry.thumbnail()
                .map(picture -> " preload=\"none\" poster=\"" + Html.escape(Html.fileUrl(picture)) + "\" src=\""
                        + Html.escape(Html.fileUrl(file)) + "\"")
                .orElse(" preload=\"metadata\" src=\"" + Html.escape(Html.fileUrl(file)) + "#t=0.1\""));
        page.append(" aria-label=\"")
                .append(entry.isPreview() ? "Preview clip " : "Clip ")
                .append(Html.escape(entry.name()))
                .append("\"></video>");
        if (entry.isPreview()) {
            page.append("<span class=\"badge preview preview-mark\" aria-hidden=\"true\">PREVIEW</span>");
        }
        page.append("</div>\n");
    }

    private void absent() {
        page.append("<div class=\"absent\">No clip</div>\n");
    }

    private String badge() {
        String known = entry.status().matches("completed|failed|timeout|unknown") ? entry.status() : "unknown";
        String badge = "<span class=\"badge " + known + "\">" + Html.escape(known) + "</span>";
        return entry.isPreview() ? "<span class=\"badge preview\">PREVIEW</span>" : badge;
    }

    private void facts() {
        page.append("<dl>\n");
        fact("Model", entry.model());
        fact("Size", pixels().or(entry::size));
        fact("Duration", duration());
        fact("Source", entry.source().map(GalleryCard::sourceWords));
        fact(
                "API",
                entry.api()
                        .map(api -> api
                                + entry.endpoint()
                                        .map(endpoint -> " at " + endpoint)
                                        .orElse("")));
        fact("Job", entry.jobId());
        entry.createdAt().ifPresent(time -> time("Submitted", time));
        entry.completedAt().ifPresent(time -> time("Completed", time));
        entry.sha256().ifPresent(digest -> page.append("<dt>SHA-256</dt><dd><code>")
                .append(Html.escape(digest))
                .append("</code></dd>\n"));
        page.append("</dl>\n");
    }

    private void fact(String label, Optional<String> value) {
        value.ifPresent(text -> page.append("<dt>")
                .append(label)
                .append("</dt><dd>")
                .append(Html.escape(text))
                .append("</dd>\n"));
    }

    private void time(String label, Instant time) {
        page.append("<dt>")
                .append(label)
                .append("</dt><dd><time datetime=\"")
                .append(time)
                .append("\">")
                .append(TIME.format(time))
                .append("</time></dd>\n");
    }

    private boolean hasShape() {
        return entry.width().orElse(0) > 0 && entry.height().orElse(0) > 0;
    }

    private Optional<String> pixels() {
        return hasShape()
                ? Optional.of(
                        entry.width().getAsInt() + " \u00d7 " + entry.height().getAsInt())
                : Optional.empty();
    }

    private Optional<String> duration() {
        if (entry.durationSeconds().isPresent()
                && Double.isFinite(entry.durationSeconds().getAsDouble())) {
            BigDecimal seconds = BigDecimal.valueOf(entry.durationSeconds().getAsDouble())
                    .setScale(2, RoundingMode.HALF_UP)
                    .stripTrailingZeros();
            return Optional.of(seconds.toPlainString() + " s");
        }
        return entry.seconds().map(asked -> asked + " s asked for");
    }

    private static String sourceWords(String source) {
        return switch (source) {
            case "rendered" -> "rendered by this build";
            case "resumed" -> "resumed from an earlier build";
            case "cache" -> "taken from the store";
            case "preview" -> "preview, drawn locally";
            default -> source;
        };
    }

    static String bytes(long count) {
        if (count < 1000) {
            return count + " B";
        }
        return count < 1_000_000
                ? String.format(Locale.ROOT, "%.1f kB", count / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", count / 1e6);
    }
}
