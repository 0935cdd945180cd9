package io.videogen.film.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A component that its record's text lacks would make a changed film the same one. */
class RecordTextTest {

    static Stream<Record> records() {
        Transition transition = new Transition("fade", Duration.ofMillis(400));
        AspectRatio upright = new AspectRatio(9, 16);
        Content.Title title = new Content.Title("a, b=[c]", Optional.of("s"), Duration.ofMillis(1500));
        Content.Footage footage =
                new Content.Footage(Path.of("a"), "own", Duration.ZERO, Optional.of(Duration.ofSeconds(2)), 1.5, true);
        Content.Still still = new Content.Still(Path.of("x"), "picture", Duration.ofSeconds(3), Motion.values()[0]);
        Shot shot = new Shot(1, title, Optional.of("caption"), transition, Optional.of(Fit.CONTAIN));
        Output output = new Output(
                Format.MP4,
                OptionalInt.of(640),
                OptionalLong.empty(),
                Optional.of(upright),
                Optional.empty(),
                Optional.of(Duration.ofSeconds(1)));
        Film film = new Film(
                "f",
                Optional.of(new Size(320, 180)),
                Optional.empty(),
                List.of(shot),
                Optional.of(Path.of("music")),
                Optional.empty(),
                Optional.of(Path.of("captions")),
                true,
                false,
                Optional.empty(),
                Optional.of(Path.of("font")),
                Optional.of(Colour.NIGHT),
                List.of(output));
        return Stream.of(transition, upright, title, footage, still, shot, output, film);
    }

    @ParameterizedTest
    @MethodSource("records")
    void a_record_is_written_as_the_JDK_writes_it(Record record) throws ReflectiveOperationException {
        StringJoiner expected = new StringJoiner(", ", record.getClass().getSimpleName() + "[", "]");
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            expected.add(component.getName() + "=" + component.getAccessor().invoke(record));
        }
        assertThat(record).hasToString(expected.toString());
    }
}
