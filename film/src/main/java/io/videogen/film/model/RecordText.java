package io.videogen.film.model;

/**
 * Texts of records, as the JDK has them. Films are known by theirs, and the JDK spins a dozen classes for the text of each
 * type when it is first asked: a build with nothing to do waited for that.
 */
final class RecordText {

    private RecordText() {}

    /** @param components names and values by turns, in order */
    static String of(String record, Object... components) {
        StringBuilder text = new StringBuilder(record).append('[');
        for (int i = 0; i < components.length; i += 2) {
            text.append(i == 0 ? "" : ", ").append(components[i]).append('=').append(components[i + 1]);
        }
        return text.append(']').toString();
    }
}
