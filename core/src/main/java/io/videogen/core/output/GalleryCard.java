package io.videogen.core.output;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        page.append("<article aria-labelledby=\"")
                .append(id)
                .append("\" data-name=\"")
                .append(Html.escape(entry.name()))
                .append("\">\n");
        Optional<String> file = entry.isCompleted() ? entry.file() : Optional.empty();
        file.ifPresentOrElse(this::player, this::absent);
        page.append("<div class=\"text\">\n<div class=\"title\"><h2 id=\"")
                .append(id)
                .append("\">")
                .append(Html.escape(entry.name()))
                .append("</h2>")
                .append(badge())
                .append("</div>\n");
        meta();
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
        entry.warnings().forEach(warning -> page.append("<p class=\"warning\"><strong>Not as asked for:</strong> ")
                .append(Html.escape(warning))
                .append("</p>\n"));
        file.ifPresent(this::actions);
        details();
        page.append("</div>\n</article>\n");
    }

    private void player(String file) {
        page.append("<div class=\"stage\"><video controls playsinline");
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
                // The clip itself says PREVIEW in its picture: a badge over it would hide that.
                .append("\"></video></div>\n");
    }

    private void absent() {
        page.append("<div class=\"absent\">No clip</div>\n");
    }

    private String badge() {
        String known = entry.status().matches("completed|failed|timeout|unknown") ? entry.status() : "unknown";
        if (entry.isPreview()) {
            return "<span class=\"badge preview\">PREVIEW</span>";
        }
        return known.equals("completed") ? "" : "<span class=\"badge " + known + "\">" + known + "</span>";
    }

    /** What one wants to know of a clip at a glance. */
    private void meta() {
        String text = Stream.of(
                        entry.take().isPresent()
                                ? Optional.of("take " + entry.take().getAsInt())
                                : Optional.<String>empty(),
                        duration(),
                        pixels().or(entry::size),
                        entry.model(),
                        entry.cost().map(cost -> cost.amount().toPlainString() + " " + cost.unit()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" \u00b7 "));
        if (!text.isEmpty()) {
            page.append("<p class=\"meta\">").append(Html.escape(text)).append("</p>\n");
        }
    }

    private void actions(String file) {
        String name = entry.fileName().orElse(file);
        page.append("<div class=\"actions\"><a download href=\"")
                .append(Html.escape(Html.fileUrl(file)))
                .append("\" aria-label=\"Download ")
                .append(Html.escape(name))
                .append("\">Download")
                .append(entry.bytes().isPresent() ? " (" + bytes(entry.bytes().getAsLong()) + ")" : "")
                .append("</a><button type=\"button\" data-compare aria-pressed=\"false\" aria-label=\"Compare ")
                .append(Html.escape(entry.name()))
                .append("\" hidden>Compare</button></div>\n");
    }

    private void details() {
        page.append("<details><summary>Details of ")
                .append(Html.escape(entry.name()))
                .append("</summary>\n<dl>\n");
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
        page.append("</dl>\n<div class=\"snippet\">In the POM:\n<pre><code>")
                .append(Html.escape(snippet()))
                .append("</code></pre>\n<button type=\"button\" data-copy hidden>Copy</button></div>\n</details>\n");
    }

    /** The declaration that asks for this clip, to be pasted into a POM. */
    private String snippet() {
        StringBuilder video = new StringBuilder("<video>\n");
        element(video, "name", Optional.of(entry.video()));
        element(video, "prompt", entry.prompt());
        element(video, "model", entry.model());
        element(video, "seconds", entry.seconds());
        element(video, "size", entry.size());
        entry.fields().forEach((name, text) -> {
            if (text.isEmpty()) {
                video.append("  <!-- and its ").append(name).append(" -->\n");
            } else {
                element(video, name, Optional.of(text));
            }
        });
        element(
                video,
                "take",
                entry.take().isPresent()
                        ? Optional.of(Integer.toString(entry.take().getAsInt()))
                        : Optional.empty());
        return video.append("</video>").toString();
    }

    private static void element(StringBuilder video, String name, Optional<String> value) {
        value.ifPresent(text -> video.append("  <")
                .append(name)
                .append('>')
                .append(text.replace("&", "&amp;").replace("<", "&lt;"))
                .append("</")
                .append(name)
                .append(">\n"));
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
