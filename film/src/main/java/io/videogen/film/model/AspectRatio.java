package io.videogen.film.model;

/** A shape of picture, such as 9:16. */
public record AspectRatio(int width, int height) {

    /** The size of this shape whose shorter side is that of the given one. */
    public Size of(Size size) {
        double shorter = Math.min(size.width(), size.height());
        return width >= height
                ? Size.even(shorter * width / height, shorter)
                : Size.even(shorter, shorter * height / width);
    }

    @Override
    public String toString() {
        return RecordText.of("AspectRatio", "width", width, "height", height);
    }
}
