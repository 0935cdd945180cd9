package io.videogen.core.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReferenceTest {

    @Test
    void an_address_is_shown_without_what_may_be_its_signature() {
        URI signed = URI.create("https://bucket.example/cat.png?X-Amz-Signature=hush");
        assertThat(new Reference.Link(signed)).hasToString("Link[https://bucket.example/cat.png]");
        assertThat(new Reference.Uploaded(signed, "image/png", Optional.empty()))
                .hasToString("Uploaded[https://bucket.example/cat.png, image/png]");
    }
}
