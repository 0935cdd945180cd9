package io.videogen.core.output;

import java.util.List;
import java.util.Locale;

/** One film on the gallery page, with chapters that are links: a page without a script can not move its player. */
final class FilmCard {

    private static final List<String> MOVING = List.of("mp4", "webm");

    private FilmCard() {}

    /**
     * @param id unique on the page, plain letters and digits
     */
    static void append(StringBuilder page, FilmEntry film, String id) {
        page.append("<article aria-labelledby=\"").append(id).append("\">\n");
        stage(page, film);
        page.append("<div class=\"text\">\n<div class=\"title\"><h2 id=\"")
                .append(id)
                .append("\">")
                .append(Html.escape(film.name()))
                .append("</h2><span class=\"badge ")
                .append(film.preview() ? "preview\">PREVIEW" : "completed\">film")
                .append("</span></div>\n");
        chapters(page, film);
        film.warnings().forEach(warning -> page.append("<p class=\"reason\">")
                .append(Html.escape(warning))
                .append("</p>\n"));
        for (FilmEntry.File file : film.files()) {
            page.append("<a class=\"download\" download href=\"")
                    .append(Html.escape(Html.fileUrl(file.file())))
                    .append("\">Download ")
                    .append(Html.escape(file.fileName()))
                    .append(" (")
                    .append(GalleryCard.bytes(file.bytes()))
                    .append(")</a>\n");
        }
        page.append("</div>\n</article>\n");
    }

    private static void stage(StringBuilder page, FilmEntry film) {
        List<FilmEntry.File> movies = film.files().stream()
                .filter(file -> MOVING.contains(file.format()))
                .toList();
        if (movies.isEmpty()) {
            film.files().stream()
                    .filter(file -> file.format().equals("gif") || file.format().equals("poster"))
                    .findFirst()
                    .ifPresent(file -> page.append("<div class=\"stage\"><img alt=\"Film ")
                            .append(Html.escape(film.name()))
                            .append("\" src=\"")
                            .append(Html.escape(Html.fileUrl(file.file())))
                            .append("\"></div>\n"));
            return;
        }
        FilmEntry.File movie = movies.get(0);
        page.append("<div class=\"stage\"");
        if (movie.width().isPresent() && movie.height().isPresent()) {
            page.append(" style=\"--shape: ")
                    .append(movie.width().getAsInt())
                    .append(" / ")
                    .append(movie.height().getAsInt())
                    .append('"');
        }
        page.append("><video controls playsinline preload=\"metadata\" src=\"")
                .append(Html.escape(Html.fileUrl(movie.file())))
                .append("\" aria-label=\"")
                .append(film.preview() ? "Preview film " : "Film ")
                .append(Html.escape(film.name()))
                .append("\"");
        film.files().stream()
                .filter(file -> file.format().equals("poster"))
                .findFirst()
                .ifPresent(file -> page.append(" poster=\"")
                        .append(Html.escape(Html.fileUrl(file.file())))
                        .append("\""));
        page.append("></video></div>\n");
    }

    private static void chapters(StringBuilder page, FilmEntry film) {
        String movie = film.files().stream()
                .filter(file -> MOVING.contains(file.format()))
                .map(FilmEntry.File::file)
                .findFirst()
                .orElse("");
        page.append("<ol class=\"chapters\">\n");
        for (FilmEntry.Shot shot : film.shots()) {
            String text = time(shot.from()) + " " + shot.label() + (shot.preview() ? " (PREVIEW)" : "");
            page.append("<li>");
            if (movie.isEmpty()) {
                page.append(Html.escape(text));
            } else {
                page.append("<a href=\"")
                        .append(Html.escape(Html.fileUrl(movie)))
                        .append(String.format(Locale.ROOT, "#t=%.2f", shot.from()))
                        .append("\">")
                        .append(Html.escape(text))
                        .append("</a>");
            }
            page.append("</li>\n");
        }
        page.append("</ol>\n");
    }

    private static String time(double seconds) {
        long whole = (long) seconds;
        return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
    }
}
