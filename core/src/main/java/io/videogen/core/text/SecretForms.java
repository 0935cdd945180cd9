package io.videogen.core.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds a secret in the forms in which servers repeat it: as it is, in any case (host names come back in lower case),
 * percent-encoded wholly or in part and more than once, escaped as in JSON, in hexadecimal, and in base64, alone or
 * behind something else.
 */
final class SecretForms {

    private static final String MASK = "****";
    /** Shorter ones are words of the language: only as they are. */
    private static final int SHORTEST = 6;
    /** Characters of the longest way to write one: {@code %252525XX}, three times encoded and more. */
    private static final int WIDEST = 12;
    /** What may follow a beginning, in any of these forms; never given back, so that a long one costs no stack. */
    private static final String REST = "[\\w.~%+/=\\\\-]*+";

    private final List<Pattern> forms = new ArrayList<>();
    private final int longest;

    /** @param beginnings of what is made of a secret; what follows one is hidden with it */
    SecretForms(List<String> secrets, List<String> beginnings) {
        longest = WIDEST
                * Stream.concat(secrets.stream(), beginnings.stream())
                        .mapToInt(String::length)
                        .max()
                        .orElse(0);
        secrets.stream().filter(secret -> !secret.isEmpty()).forEach(this::addSecret);
        beginnings.forEach(beginning -> add(beginning, REST));
    }

    private void addSecret(String secret) {
        if (secret.length() < SHORTEST) {
            forms.add(Pattern.compile(Pattern.quote(secret)));
            return;
        }
        add(secret, "");
        // Some are an access key and a secret key in one, of which each pays.
        String[] parts = secret.split(":");
        if (parts.length > 1) {
            Stream.of(parts).filter(part -> part.length() >= SHORTEST).forEach(part -> add(part, ""));
        }
    }

    private void add(String secret, String rest) {
        forms.add(pattern(secret, rest));
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        forms.add(pattern(HexFormat.of().formatHex(bytes), rest));
        for (int before = 0; before < 3; before++) {
            String base64 = base64(bytes, before);
            if (base64.length() >= SHORTEST) {
                forms.add(pattern(base64, rest));
            }
        }
    }

    /** The most characters that a secret, or the beginning of one, may take up in a text. */
    int longest() {
        return longest;
    }

    String hide(String text) {
        String hidden = text;
        for (Pattern form : forms) {
            hidden = form.matcher(hidden).replaceAll(MASK);
        }
        return hidden;
    }

    /** What is the same whatever stands before and after the bytes, if so many bytes (modulo three) stand before. */
    private static String base64(byte[] bytes, int before) {
        byte[] shifted = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, shifted, before, bytes.length);
        String all = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int first = (before * 8 + 5) / 6;
        int last = shifted.length * 8 / 6;
        return all.substring(first, last);
    }

    private static Pattern pattern(String text, String rest) {
        return Pattern.compile(
                text.codePoints().mapToObj(SecretForms::character).collect(Collectors.joining("", "", rest)),
                Pattern.CASE_INSENSITIVE);
    }

    /** One character, in each of the ways to write it; those that base64 writes in two ways, in both. */
    private static String character(int c) {
        String plain =
                switch (c) {
                    case '+', '-' -> "[+-]|" + encoded('+') + "|" + encoded('-');
                    case '/', '_' -> "\\\\?/|_|" + encoded('/') + "|" + encoded('_');
                    default -> Pattern.quote(Character.toString(c)) + "|" + encoded(c);
                };
        return "(?:" + plain + ")";
    }

    private static String encoded(int c) {
        StringBuilder percent = new StringBuilder();
        for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
            percent.append("%(?:25)*").append(String.format("%02x", b));
        }
        return percent + (c < 0x10000 ? String.format("|\\\\u%04x", c) : "");
    }
}
