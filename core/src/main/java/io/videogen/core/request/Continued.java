package io.videogen.core.request;

/**
 * The video that another one continues: with its last frame, or, extended, as a longer clip that begins with all of it.
 *
 * @param what its name as users write it, its key in keys, and for an API that extends it the id of its job
 */
public record Continued(String what, boolean extended) {

    /** What follows the name. */
    private static final String EXTENDED = " extended";

    static Continued parse(String text) {
        boolean extended = text.endsWith(EXTENDED);
        return new Continued(
                extended ? text.substring(0, text.length() - EXTENDED.length()).strip() : text, extended);
    }

    public Continued of(String other) {
        return new Continued(other, extended);
    }

    /** As a request holds it. */
    @Override
    public String toString() {
        return extended ? what + EXTENDED : what;
    }
}
