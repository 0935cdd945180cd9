package io.videogen.film.declared;

import java.util.List;

/**
 * A film as it is written. Any text may be null or blank, which is the same.
 *
 * @param name stem of its files
 * @param size such as {@code 1920x1080}
 * @param fps such as {@code 30}, {@code 23.976} or {@code 30000/1001}
 * @param shots in order
 * @param transition between shots: a name and a length, such as {@code fade 500ms}, or {@code cut}
 * @param music a file
 * @param voice a file
 * @param captions a {@code .vtt} or {@code .srt} file
 * @param burnCaptions {@code true} or {@code false}
 * @param logo a picture
 * @param font a TrueType or OpenType file
 * @param background such as {@code #101820}
 * @param outputs by default one MP4
 */
public record DeclaredFilm(
        String name,
        String size,
        String fps,
        List<DeclaredShot> shots,
        String transition,
        String music,
        String voice,
        String captions,
        String burnCaptions,
        String logo,
        String font,
        String background,
        List<DeclaredOutput> outputs) {

    public DeclaredFilm {
        shots = shots == null ? List.of() : List.copyOf(shots);
        outputs = outputs == null ? List.of() : List.copyOf(outputs);
    }
}
