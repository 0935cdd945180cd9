package io.videogen.maven.build;

import io.videogen.core.api.FieldTable;
import io.videogen.core.request.Nearest;
import io.videogen.core.request.VideoField;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What was probably meant by a name that is not known, and which names there are. */
final class Suggestion {

    /** For those who look for the place of the token. */
    static final String FOR_SECRETS =
            "The token is no parameter, as mvn -X prints those. It is the password of a <server> of settings.xml: put"
                    + " that one's id into <serverId>, or set the environment variable VIDEOGEN_TOKEN. ";

    private static final Pattern SECRET = Pattern.compile(
            "(access|api|auth|bearer|secret)?[-_.]?(key|token|password|secret|authorization|credentials?)",
            Pattern.CASE_INSENSITIVE);

    private Suggestion() {}

    /** Whether somebody who writes this has a token to give. */
    static boolean isSecret(String name) {
        return SECRET.matcher(name).matches();
    }

    /** @param what the known names are, for people */
    static String of(String what, String name, Collection<String> known) {
        String hint = isSecret(name)
                ? FOR_SECRETS
                : meant(name, known)
                        .map(nearest -> "Did you mean <" + nearest + ">? ")
                        .orElse("");
        return hint + what + " are " + String.join(", ", known) + ".";
    }

    /** One of the same letters goes before one that an API calls so: some call a part of the size aspect_ratio. */
    private static Optional<String> meant(String name, Collection<String> known) {
        return known.stream()
                .filter(candidate -> letters(candidate).equals(letters(name)))
                .findFirst()
                .or(() -> FieldTable.meantBy(name).map(VideoField::word).filter(known::contains))
                .or(() -> Nearest.to(name, known));
    }

    private static String letters(String name) {
        return name.replaceAll("[-_.]", "").toLowerCase(Locale.ROOT);
    }
}
