package io.videogen.film.declared;

/**
 * A shot as it is written: exactly one of title, video, file and image.
 *
 * @param title text on the background
 * @param subtitle a smaller line below the title
 * @param video a declared video by name
 * @param file own footage
 * @param image a picture
 * @param seconds how long a title or picture is seen
 * @param from where the part of the footage that is used begins
 * @param to where it ends
 * @param speed 2 is twice as fast
 * @param caption text in the lower third
 * @param transition from the shot before into this one
 * @param motion of the camera over a picture
 * @param fit {@code contain} or {@code cover}
 */
public record DeclaredShot(
        String title,
        String subtitle,
        String video,
        String file,
        String image,
        String seconds,
        String from,
        String to,
        String speed,
        String caption,
        String transition,
        String motion,
        String fit) {}
