package io.videogen.store.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.shared.AccessKeys;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class S3LocationTest {

    @Test
    void a_bucket_of_aws_needs_nothing_else() {
        assertThat(S3Location.parse("s3://clips"))
                .isEqualTo(new S3Location("clips", "", Optional.empty(), Optional.empty(), false));
        assertThat(S3Location.parse(" s3://clips/team/videos/ ").prefix()).isEqualTo("team/videos/");
    }

    @Test
    void another_server_is_named_with_its_options() {
        assertThat(S3Location.parse("s3://clips/a?endpoint=https://s3.example.com:7480&region=eu-1&pathStyle=true"))
                .isEqualTo(new S3Location(
                        "clips",
                        "a/",
                        Optional.of(URI.create("https://s3.example.com:7480")),
                        Optional.of("eu-1"),
                        true));
        assertThat(S3Location.parse("s3://clips?endpoint=https%3A%2F%2Fs3.example.com")
                        .endpoint())
                .hasValue(URI.create("https://s3.example.com"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://clips, does not begin with s3://",
        "s3://, no name of a bucket",
        "s3:///prefix, no name of a bucket",
        "s3://clips/a b, no prefix",
        "s3://clips/../b, no prefix",
        "s3://clips?endpoint=ftp://host, not of the form",
        "s3://clips?endpoint=https://host/path, not of the form",
        "s3://clips?endpoint=https%zz, no URL",
        "s3://clips?pathStyle=yes, neither true nor false",
        "s3://clips?pathstyle=true, no option of a store"
    })
    void mistakes_are_named(String text, String why) {
        assertThatThrownBy(() -> S3Location.parse(text))
                .isInstanceOfSatisfying(VideogenException.class, error -> assertThat(error.kind())
                        .isEqualTo(ErrorKind.INVALID_INPUT))
                .hasMessageContaining(why)
                .hasMessageContaining("s3://bucket/prefix");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3://AKIA1:ab/hush@clips/team",
                "s3://clips/a?endpoint=https://key:hush@minio_server:9000",
                "s3://clips/a?endpoint=key:hush@minio:9000",
                "s3://clips/a?endpoint=https://host\n  &secretKey=hush",
                "s3://clips/a?endpoint=https://host/x?secretKey=hush"
            })
    void no_key_in_an_address_that_is_mistaken_is_repeated(String text) {
        assertThatThrownBy(() -> S3Location.parse(text))
                .isInstanceOf(VideogenException.class)
                .hasMessageNotContaining("hush");
    }

    @Test
    void credentials_in_the_address_are_refused_and_not_repeated() {
        assertThatThrownBy(() -> S3Location.parse("s3://clips?endpoint=https://me:hunter2@host"))
                .isInstanceOf(VideogenException.class)
                .hasMessageContaining("storeServerId")
                .hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> S3Location.parse("s3://AKIA:hunter2@clips/videos"))
                .isInstanceOf(VideogenException.class)
                .hasMessageContaining("storeServerId")
                .hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> S3Location.parse("s3://clips?accessKey=AKIA&secretKey=hunter2"))
                .isInstanceOf(VideogenException.class)
                .hasMessageContaining("\"accessKey\" is no option of a store")
                .hasMessageNotContaining("hunter2");
        assertThat(new AccessKeys("AKIA", "hunter2").toString()).doesNotContain("AKIA", "hunter2");
    }
}
