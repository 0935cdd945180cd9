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

    /** @param id unique on the page, plain letters and digits */
    GalleryCard(StringBuilder page, ManifestEntry entry, String id) {
        this.page = page;
        this.entry = entry;
        this.id = id;
    }

    void append() {
        put("<article aria-labelledby=\"%s\" data-name=\"%s\">\n", id, entry.name());
        Optional<String> file = entry.isCompleted() ? entry.file() : Optional.empty();
        file.ifPresentOrElse(this::player, () -> page.append("<div class=\"absent\">No clip</div>\n"));
        put("<div class=\"text\">\n<div class=\"title\"><h2 id=\"%s\">%s</h2>", id, entry.name());
        page.append(badge()).append("</div>\n");
        meta();
        entry.prompt()
                .ifPresent(prompt -> put(
                        "<p class=\"prompt\" dir=\"auto\" lang=\"\" tabindex=\"0\" role=\"region\""
                                + " aria-label=\"Prompt of %s\">%s</p>\n",
                        entry.name(), prompt));
        entry.error()
                .ifPresent(error -> put(
                        "<p class=\"reason\"><strong>Reason:</strong> %s <code>%s</code></p>\n",
                        error.message(), error.code()));
        entry.warnings()
                .forEach(warning -> put("<p class=\"warning\"><strong>Not as asked for:</strong> %s</p>\n", warning));
        file.ifPresent(this::actions);
        details();
        page.append("</div>\n</article>\n");
    }

    private void put(String template, Object... values) {
        page.append(Html.of(template, values));
    }

    private void player(String file) {
        page.append("<div class=\"stage\"><video controls playsinline");
        if (hasShape()) {
            put(
                    " width=\"%s\" height=\"%s\"",
                    entry.width().getAsInt(), entry.height().getAsInt());
        }
        // Without a picture the browser shows the first frame; the very first is often black.
        entry.thumbnail()
                .ifPresentOrElse(
                        picture -> put(
                                " preload=\"none\" poster=\"%s\" src=\"%s\"",
                                Html.fileUrl(picture), Html.fileUrl(file)),
                        () -> put(" preload=\"metadata\" src=\"%s#t=0.1\"", Html.fileUrl(file)));
        // The clip itself says PREVIEW in its picture: a badge over it would hide that.
        put(" aria-label=\"%s %s\"></video></div>\n", entry.isPreview() ? "Preview clip" : "Clip", entry.name());
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
            put("<p class=\"meta\">%s</p>\n", text);
        }
    }

    private void actions(String file) {
        put(
                "<div class=\"actions\"><a download href=\"%s\" aria-label=\"Download %s\">Download%s</a>"
                        + "<button type=\"button\" data-compare aria-pressed=\"false\" aria-label=\"Compare %s\""
                        + " hidden>Compare</button></div>\n",
                Html.fileUrl(file),
                entry.fileName().orElse(file),
                entry.bytes().isPresent() ? " (" + bytes(entry.bytes().getAsLong()) + ")" : "",
                entry.name());
    }

    private void details() {
        put("<details><summary>Details of %s</summary>\n<dl>\n", entry.name());
        fact("Source", entry.source().map(GalleryCard::sourceWords));
        fact(
                "API",
                entry.api()
                        .map(api -> api
                                + entry.endpoint()
                                        .map(endpoint -> " at " + endpoint)
                                        .orElse("")));
        fact("Job", entry.jobId());
        time("Submitted", entry.createdAt());
        time("Completed", entry.completedAt());
        entry.sha256().ifPresent(digest -> put("<dt>SHA-256</dt><dd><code>%s</code></dd>\n", digest));
        put(
                "</dl>\n<div class=\"snippet\">In the POM:\n<pre><code>%s</code></pre>\n"
                        + "<button type=\"button\" data-copy hidden>Copy</button></div>\n</details>\n",
                snippet());
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
        value.map(text -> text.replace("&", "&amp;").replace("<", "&lt;"))
                .ifPresent(text -> video.append("  <%1$s>%2$s</%1$s>\n".formatted(name, text)));
    }

    private void fact(String label, Optional<String> value) {
        value.ifPresent(text -> put("<dt>%s</dt><dd>%s</dd>\n", label, text));
    }

    private void time(String label, Optional<Instant> value) {
        value.ifPresent(
                time -> put("<dt>%s</dt><dd><time datetime=\"%s\">%s</time></dd>\n", label, time, TIME.format(time)));
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
