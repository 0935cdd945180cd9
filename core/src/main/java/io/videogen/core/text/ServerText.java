package io.videogen.core.text;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The gate between what a server sent and what anybody sees. It takes away
 *
 * <ul>
 *   <li>the token, as it is and in the forms of {@link SecretForms};
 *   <li>control characters of ASCII and Latin-1, invisible and bidirectional formatting, line and paragraph separators,
 *       halves of surrogate pairs: all that moves a cursor, ends a line or hides what is there;
 *   <li>user, password and query of URLs: queries hold signatures;
 * </ul>
 *
 * and breaks up what CI systems take for commands, so that it reads the same and does nothing: {@code ##vso[} (Azure
 * Pipelines), {@code ##[} (Azure Pipelines, GitHub), {@code ##teamcity[} anywhere, {@code ::} (GitHub) at the start.
 */
public final class ServerText {

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Z}]+");
    private static final String URL = "(?i)(https?:(?:\\\\?/){2})";
    private static final Pattern LOGIN = Pattern.compile(URL + "[^\\s\"'<>/?#@]*@");
    private static final Pattern QUERY = Pattern.compile(URL + "([^\\s\"'<>?#]*)[?#][^\\s\"'<>]*");
    private static final int LONGEST_ID = 512;
    private static final Pattern COMMAND = Pattern.compile("#(?=#\\w*\\[)");

    private final SecretForms secret;

    private ServerText(SecretForms secret) {
        this.secret = secret;
    }

    /** @param secret must not be shown, in case the server repeats it */
    public static ServerText hiding(Optional<String> secret) {
        return hiding(secret.stream().toList(), List.of());
    }

    /**
     * @param secrets must not be shown
     * @param beginnings of what is made of them and must not be shown either; what follows one is hidden with it
     */
    public static ServerText hiding(List<String> secrets, List<String> beginnings) {
        return new ServerText(new SecretForms(secrets, beginnings));
    }

    /** What is to be shown of it, at most that many characters and three dots. */
    public Said said(RawText text, int most) {
        return said(text.reveal(), most);
    }

    /** The same of a text that may be null, which says nothing. */
    public Said said(String text, int most) {
        if (text == null || text.isEmpty()) {
            return Said.NOTHING;
        }
        String plain = withoutCommands(
                withoutSecretsOfUrls(inOneLine(window(text, 4 * most))).strip());
        plain = plain.startsWith("::") ? ": " + plain.substring(1) : plain;
        if (plain.length() <= most) {
            return new Said(plain);
        }
        int end = Character.isHighSurrogate(plain.charAt(most - 1)) ? most - 1 : most;
        return new Said(plain.substring(0, end) + "...");
    }

    // Each job in each list comes through here, and has nothing of all that: what a pattern can not match is not
    // searched
    // with it, since the search was a third of what asking costs.

    private static String inOneLine(String text) {
        char before = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == ' ' && before == ' ') {
                return UNSEEN.matcher(text).replaceAll(" ");
            }
            before = c;
        }
        return text;
    }

    private static String withoutSecretsOfUrls(String text) {
        if (!text.contains(":/") && !text.contains(":\\")) {
            return text;
        }
        return QUERY.matcher(LOGIN.matcher(text).replaceAll("$1")).replaceAll("$1$2?...");
    }

    private static String withoutCommands(String text) {
        return text.contains("##") ? COMMAND.matcher(text).replaceAll("# ") : text;
    }

    /**
     * The id of a job, if it is one. It is sent as it came, and told, recorded and shown everywhere: one that may not be
     * shown as it is, is none. As a segment of a path, a dot or two would lead elsewhere, however they are escaped.
     */
    public Optional<Said> id(String text) {
        return text.isBlank() || text.equals(".") || text.equals("..") ? Optional.empty() : exactly(text, LONGEST_ID);
    }

    /** The text itself, if the gate has nothing to take from it: for what is sent back, and kept on the way. */
    public Optional<Said> exactly(String text, int most) {
        return Optional.of(said(text, most)).filter(said -> said.toString().equals(text));
    }

    /**
     * A beginning of the text without the secret, so that what follows need not walk megabytes. The secret goes before
     * anything is cut: its first half would not be known for what it is.
     */
    private String window(String text, int most) {
        int reach = secret.longest();
        if (text.length() <= most + reach) {
            return secret.hide(text);
        }
        String hidden = secret.hide(text.substring(0, most + reach));
        return hidden.substring(0, Math.max(0, hidden.length() - reach));
    }
}
