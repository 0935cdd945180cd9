package io.videogen.core.output;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One film on the gallery page, with chapters that are links: a page without a script can not move its player. */
final class FilmCard {

    private static final List<String> MOVING = List.of("mp4", "webm");
    private static final List<String> STILL = List.of("gif", "poster");

    private FilmCard() {}

    /**
     * @param id unique on the page, plain letters and digits
     */
    static void append(StringBuilder page, FilmEntry film, String id) {
        Optional<FilmEntry.File> movie = first(film, MOVING);
        page.append(Html.of("<article aria-labelledby=\"%s\">\n", id));
        if (movie.isPresent()) {
            player(page, film, movie.get());
        } else {
            first(film, STILL)
                    .ifPresent(picture -> page.append(Html.of(
                            "<div class=\"stage\"><img alt=\"Film %s\" src=\"%s\"></div>\n",
                            film.name(), Html.fileUrl(picture.file()))));
        }
        page.append(Html.of(
                "<div class=\"text\">\n<div class=\"title\"><h2 id=\"%s\">%s</h2><span class=\"badge %s\">%s</span></div>\n",
                id, film.name(), film.preview() ? "preview" : "completed", film.preview() ? "PREVIEW" : "film"));
        chapters(page, film, movie);
        film.warnings().forEach(warning -> page.append(Html.of("<p class=\"reason\">%s</p>\n", warning)));
        for (FilmEntry.File file : film.files()) {
            page.append(Html.of(
                    "<a class=\"download\" download href=\"%s\">Download %s (%s)</a>\n",
                    Html.fileUrl(file.file()), file.fileName(), GalleryCard.bytes(file.bytes())));
        }
        page.append("</div>\n</article>\n");
    }

    private static void player(StringBuilder page, FilmEntry film, FilmEntry.File movie) {
        page.append("<div class=\"stage\"");
        if (movie.width().isPresent() && movie.height().isPresent()) {
            page.append(Html.of(
                    " style=\"--shape: %s / %s\"",
                    movie.width().getAsInt(), movie.height().getAsInt()));
        }
        page.append(Html.of(
                "><video controls playsinline preload=\"metadata\" src=\"%s\" aria-label=\"%s %s\"",
                Html.fileUrl(movie.file()), film.preview() ? "Preview film" : "Film", film.name()));
        first(film, List.of("poster"))
                .ifPresent(picture -> page.append(Html.of(" poster=\"%s\"", Html.fileUrl(picture.file()))));
        page.append("></video></div>\n");
    }

    private static void chapters(StringBuilder page, FilmEntry film, Optional<FilmEntry.File> movie) {
        page.append("<ol class=\"chapters\">\n");
        for (FilmEntry.Shot shot : film.shots()) {
            String text = time(shot.from()) + " " + shot.label() + (shot.preview() ? " (PREVIEW)" : "");
            page.append(
                    movie.isEmpty()
                            ? Html.of("<li>%s</li>\n", text)
                            : Html.of(
                                    "<li><a href=\"%s#t=%s\">%s</a></li>\n",
                                    Html.fileUrl(movie.get().file()),
                                    String.format(Locale.ROOT, "%.2f", shot.from()),
                                    text));
        }
        page.append("</ol>\n");
    }

    private static Optional<FilmEntry.File> first(FilmEntry film, List<String> formats) {
        return film.files().stream()
                .filter(file -> formats.contains(file.format()))
                .findFirst();
    }

    private static String time(double seconds) {
        long whole = (long) seconds;
        return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
    }
}
