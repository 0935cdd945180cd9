package io.videogen.core.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.file.Sha256;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class RequestKeyTest {

    private static final FileDigests BY_NAME = file -> Sha256.of(file.toString());

    private static VideoRequestBuilder cat() {
        return VideoRequest.builder("A cat on a beach");
    }

    private static String key(VideoRequestBuilder request) {
        return RequestKey.of(request.build(), false, BY_NAME);
    }

    /** If this fails, every user pays for all clips again: raise the schema only for a very good reason. */
    @Test
    void keys_never_change() {
        // SHA-256 of {"preview":false,"prompt":"A cat on a beach","schema":1}
        assertThat(key(cat())).isEqualTo("e27ec8fc1d33eb6e5dd469d1f8f10d0bcd790ac62275bd0b9c25a7011ba39e93");
        assertThat(RequestKey.of(full().build(), true, BY_NAME))
                .isEqualTo("af36286093b3ab7f7709c8f43cd8e351bbd97b31118749cc6be20fa4a5f06005");
    }

    @Test
    void a_prompt_that_is_only_written_differently_has_the_same_key_and_remembers_its_former_one() {
        VideoRequest plain = VideoRequest.builder("A cat\non a beach").build();
        VideoRequest indented = VideoRequest.builder("A cat\r\n    on a beach").build();

        assertThat(indented.prompt()).isEqualTo("A cat\non a beach");
        assertThat(RequestKey.of(indented, false, BY_NAME)).isEqualTo(RequestKey.of(plain, false, BY_NAME));
        // SHA-256 of the same canonical text with the prompt as it was written.
        assertThat(RequestKey.former(indented, false, BY_NAME))
                .contains("14eccc1a5ac3c86da78cf3733b83b5fda9021755413d0e6ed50c55aebee58d00");
        assertThat(RequestKey.former(plain, false, BY_NAME)).isEmpty();
    }

    private static VideoRequestBuilder full() {
        return VideoRequest.builder("A \"cat\"\n\u6d77\u6ee9 \ud83d\udc31 \\ on a beach")
                .model("sora-2")
                .seconds("4")
                .size("1280x720")
                .reference(new Reference.LocalFile(Path.of("cat.png")))
                .reference(new Reference.Link(URI.create("https://example.com/cat.png?size=1")))
                .reference(new Reference.Data("data:image/png;base64,Y2F0"))
                .set(VideoField.WATERMARK, true)
                .set(VideoField.PRIVATE, false)
                .set(VideoField.CHARACTER_URL, "https://example.com/character.mp4")
                .set(VideoField.CHARACTER_TIMESTAMPS, "1.5,3.5")
                .set(VideoField.FPS, 24)
                .set(VideoField.N, 2)
                .set(VideoField.SEED, 42L)
                .set(VideoField.USER, "me")
                .set(VideoField.RESPONSE_FORMAT, "url")
                .set(VideoField.METADATA, "{\"b\": 5.0, \"a\": [1, {\"y\": null, \"x\": true}]}")
                .set(VideoField.OPTIONS, "{\"style\": \"film\"}");
    }

    @Test
    void every_field_counts() {
        Set<String> keys = new HashSet<>();
        keys.add(key(cat()));
        keys.add(key(VideoRequest.builder("A dog on a beach")));
        int requests = 2;
        for (UnaryOperator<VideoRequestBuilder> field : Arrays.<UnaryOperator<VideoRequestBuilder>>asList(
                request -> request.model("x"),
                request -> request.seconds("4"),
                request -> request.size("720p"),
                request -> request.set(VideoField.ASPECT_RATIO, "16:9"),
                request -> request.set(VideoField.RESOLUTION, "720p"),
                request -> request.set(VideoField.NEGATIVE_PROMPT, "x"),
                request -> request.set(VideoField.AUDIO, true),
                request -> request.set(VideoField.FIRST_FRAME, new Reference.LocalFile(Path.of("x"))),
                request -> request.set(VideoField.LAST_FRAME, new Reference.LocalFile(Path.of("x"))),
                request -> request.set(VideoField.REFERENCES, List.of(role("a"))),
                request -> request.set(VideoField.CONTINUES, "x"),
                request -> request.reference(new Reference.LocalFile(Path.of("x"))),
                request -> request.set(VideoField.WATERMARK, true),
                request -> request.set(VideoField.PRIVATE, true),
                request -> request.set(VideoField.CHARACTER_URL, "x"),
                request -> request.set(VideoField.CHARACTER_TIMESTAMPS, "x"),
                request -> request.set(VideoField.FPS, 4),
                request -> request.set(VideoField.N, 4),
                request -> request.set(VideoField.SEED, 4L),
                request -> request.set(VideoField.USER, "x"),
                request -> request.set(VideoField.RESPONSE_FORMAT, "x"),
                request -> request.set(VideoField.METADATA, "{\"x\":1}"),
                request -> request.set(VideoField.OPTIONS, "{\"x\":1}"))) {
            keys.add(key(field.apply(cat())));
            requests++;
        }

        assertThat(keys).hasSize(requests).allMatch(key -> key.matches("[0-9a-f]{64}"));
        assertThat(VideoField.values())
                .as("a new field belongs into the key, and into this test")
                .hasSize(requests - 1);
    }

    @Test
    void the_role_of_a_reference_counts() {
        assertThat(key(cat().set(VideoField.REFERENCES, List.of(role("a")))))
                .isNotEqualTo(key(cat().set(VideoField.REFERENCES, List.of(role("b")))));
    }

    private static RoleReference role(String role) {
        return new RoleReference(new Reference.LocalFile(Path.of("x")), Optional.of(role));
    }

    @Test
    void preview_clips_have_keys_of_their_own() {
        assertThat(RequestKey.of(cat().build(), true, BY_NAME)).isNotEqualTo(key(cat()));
    }

    @Test
    void lengths_count_by_their_value() {
        assertThat(key(cat().seconds("4.0"))).isEqualTo(key(cat().seconds("4")));
        assertThat(key(cat().seconds("10"))).isEqualTo(key(cat().seconds("010.00")));
        assertThat(key(cat().seconds("5.5"))).isNotEqualTo(key(cat().seconds("5")));
    }

    @Test
    void json_counts_by_its_content_but_numbers_by_their_text() {
        assertThat(key(cat().set(VideoField.OPTIONS, "{\"a\":1,\"b\":{\"d\":\"x\",\"c\":[1,2]}}")))
                .isEqualTo(key(
                        cat().set(VideoField.OPTIONS, " { \"b\" : {\"c\":[1 , 2], \"d\":\"\\u0078\"},\n\"a\": 1 }")));
        assertThat(key(cat().set(VideoField.OPTIONS, "{\"a\":5}")))
                .isNotEqualTo(key(cat().set(VideoField.OPTIONS, "{\"a\":5.0}")));
        assertThat(key(cat().set(VideoField.OPTIONS, "{\"a\":5.0}")))
                .isNotEqualTo(key(cat().set(VideoField.OPTIONS, "{\"a\":5.00}")));
        assertThat(key(cat().set(VideoField.OPTIONS, "{\"a\":1e3}")))
                .isNotEqualTo(key(cat().set(VideoField.OPTIONS, "{\"a\":1000}")));
        assertThat(key(cat().set(VideoField.OPTIONS, "{\"a\":\"1\"}")))
                .isNotEqualTo(key(cat().set(VideoField.OPTIONS, "{\"a\":1}")));
        assertThat(key(cat().set(VideoField.OPTIONS, "{\"a\":[1,2]}")))
                .isNotEqualTo(key(cat().set(VideoField.OPTIONS, "{\"a\":[2,1]}")));
        assertThat(key(cat().set(VideoField.OPTIONS, "{\"a\":1}")))
                .isNotEqualTo(key(cat().set(VideoField.METADATA, "{\"a\":1}")));
    }

    @Test
    void a_file_and_a_data_url_of_the_same_bytes_are_the_same_reference() {
        byte[] image = "image".getBytes(StandardCharsets.UTF_8);
        VideoRequest file =
                cat().reference(new Reference.LocalFile(Path.of("a.png"))).build();
        String data = "data:image/png;base64," + Base64.getEncoder().encodeToString(image);

        assertThat(RequestKey.of(file, false, path -> Sha256.of(image)))
                .isEqualTo(key(cat().reference(new Reference.Data(data))));
    }

    @Test
    void references_count_in_their_order_and_odd_data_urls_by_their_text() {
        Reference one = new Reference.LocalFile(Path.of("1"));
        Reference two = new Reference.LocalFile(Path.of("2"));
        assertThat(key(cat().reference(one).reference(two)))
                .isNotEqualTo(key(cat().reference(two).reference(one)));

        assertThat(key(cat().reference(new Reference.Data("data:image/png;base64,_-_-"))))
                .isNotEqualTo(key(cat().reference(new Reference.Data("data:image/png;base64,-_-_"))));
        assertThat(key(cat().reference(new Reference.Data("data:,hello"))))
                .isNotEqualTo(key(cat().reference(new Reference.Data("data:,hullo"))));
    }

    @Test
    void a_reference_that_is_missing_or_unreadable_is_the_users_error() {
        VideoRequest request =
                cat().reference(new Reference.LocalFile(Path.of("cat.png"))).build();

        assertInvalid("missing_reference", request, file -> {
            throw new NoSuchFileException(file.toString());
        });
        assertInvalid("unreadable_reference", request, file -> {
            throw new IOException("Is a directory");
        });
    }

    private static void assertInvalid(String code, VideoRequest request, FileDigests digests) {
        assertThatExceptionOfType(VideogenException.class)
                .isThrownBy(() -> RequestKey.of(request, false, digests))
                .satisfies(e -> {
                    assertThat(e.kind()).isEqualTo(ErrorKind.INVALID_INPUT);
                    assertThat(e.code()).isEqualTo(code);
                    assertThat(e).hasMessageContaining("\"cat.png\"");
                });
    }
}
