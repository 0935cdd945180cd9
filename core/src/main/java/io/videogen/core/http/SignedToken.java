package io.videogen.core.http;

import io.videogen.core.VideogenException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A token that is made of an access key and a secret for each request anew, and lives half an hour: a JWT (RFC 7519) with
 * HMAC-SHA256, whose issuer is the access key. A token without an access key is one of the API's newer keys, and is shown
 * as it is.
 *
 * <p>Java's own {@link Mac} makes it. A JWT library would be one more jar in the class path of every build, for one API
 * and for one line of it: nothing is parsed, verified or negotiated here, which is where such libraries are needed.
 */
public final class SignedToken implements TokenScheme {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String HEAD = encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + ".";
    private static final long LIFE_SECONDS = 1800;
    /** A clock here that is a little ahead must not make it a token of the future. */
    private static final long BEFORE_SECONDS = 5;

    private final Clock clock;

    public SignedToken(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Map.Entry<String, String> header(Token token) {
        return token.pair()
                .map(pair -> Map.entry("Authorization", "Bearer " + sign(pair, token)))
                .orElseGet(() -> BEARER.header(token));
    }

    /** Any token of this kind begins alike. The access key is no secret by itself, but half of one. */
    @Override
    public List<String> beginnings(Token token) {
        return token.pair().map(pair -> List.of(HEAD, pair.accessKey())).orElse(List.of());
    }

    private String sign(Token.Pair pair, Token token) {
        // What needs no escape in a header needs none in JSON, but for these two.
        String accessKey = pair.accessKey();
        if (!accessKey.matches("[!-~]+") || accessKey.matches(".*[\"\\\\].*")) {
            throw VideogenException.invalid("invalid_token")
                    .says(
                            "The access key from %s holds a space, a quote or another character that no access key"
                                    + " has. Store it again, without anything before or after it.",
                            token.source());
        }
        long now = clock.instant().getEpochSecond();
        String claims = "{\"iss\":\"" + accessKey + "\",\"exp\":" + (now + LIFE_SECONDS) + ",\"nbf\":"
                + (now - BEFORE_SECONDS) + "}";
        String content = HEAD + encode(claims);
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(pair.secret().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return content + "." + encode(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    private static String encode(String text) {
        return encode(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
