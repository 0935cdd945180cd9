package io.videogen.core.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class StillsTest {

    @Test
    void each_may_be_missing() {
        assertThat(Stills.of(Optional.empty(), Optional.empty())).isEqualTo(Stills.none());
        Stills<String> one = Stills.of(Optional.empty(), Optional.of("end"));
        assertThat(one.thumbnail()).isEmpty();
        assertThat(one.lastFrame()).contains("end");
        assertThat(Stills.of(Optional.of("start"), Optional.<String>empty()).stream())
                .containsExactly("start");
    }

    @Test
    void they_are_told_in_one_order_however_they_came() {
        Stills<String> both =
                Stills.<String>none().with(ArtifactKind.LAST_FRAME, "end").with(ArtifactKind.THUMBNAIL, "start");

        assertThat(both.stream()).containsExactly("start", "end");
        assertThat(both).isEqualTo(Stills.of(Optional.of("start"), Optional.of("end")));
    }

    @Test
    void one_more_is_another_value() {
        Stills<String> first = Stills.of(Optional.of("start"), Optional.empty());

        assertThat(first.with(ArtifactKind.THUMBNAIL, "other").thumbnail()).contains("other");
        assertThat(first.thumbnail()).contains("start");
    }

    @Test
    void each_is_changed_by_its_kind() {
        Stills<String> both = Stills.of(Optional.of("start"), Optional.of("end"));

        assertThat(both.map((kind, still) -> kind + " " + still).stream())
                .containsExactly(ArtifactKind.THUMBNAIL + " start", ArtifactKind.LAST_FRAME + " end");
        assertThat(Stills.<String>none().map((kind, still) -> still)).isEqualTo(Stills.none());
    }
}
