package io.videogen.core.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A field that did not count would never be written to a manifest that is there. */
class EntriesAreComparedWholeTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                ManifestEntry.class,
                ManifestEntry.Place.class,
                FilmEntry.class,
                FilmEntry.File.class,
                FilmEntry.Shot.class
            })
    void every_component_counts(Class<?> type) throws Exception {
        RecordComponent[] components = type.getRecordComponents();
        Object entry = make(type, -1);
        for (int i = 0; i < components.length; i++) {
            assertThat(make(type, i)).as(components[i].getName()).isNotEqualTo(entry);
        }
        assertThat(make(type, -1)).isEqualTo(entry).hasSameHashCodeAs(entry);
    }

    /** @param changed index of the component with another value */
    private static Object make(Class<?> type, int changed) throws Exception {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(components[i], i == changed);
        }
        Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return type.getDeclaredConstructor(types).newInstance(values);
    }

    private static Object value(RecordComponent component, boolean other) {
        String type = component.getGenericType().getTypeName();
        int number = other ? 2 : 1;
        return switch (component.getType().getSimpleName()) {
            case "String" -> "text " + number;
            case "boolean" -> other;
            case "long" -> (long) number;
            case "double" -> (double) number;
            case "OptionalInt" -> OptionalInt.of(number);
            case "OptionalLong" -> OptionalLong.of(number);
            case "OptionalDouble" -> OptionalDouble.of(number);
            case "Map" -> Map.of("field", "text " + number);
            case "List" ->
                type.contains("String") ? List.of("text " + number) : other ? List.of(item(type)) : List.of();
            case "Optional" -> Optional.of(known(type, number));
            default -> throw new IllegalArgumentException("no value for " + type);
        };
    }

    private static Object item(String list) {
        return list.contains("Shot")
                ? new FilmEntry.Shot("title", 0, 1, false)
                : new FilmEntry.File(
                        "a.mp4", "mp4", 1, "", OptionalInt.empty(), OptionalInt.empty(), OptionalDouble.empty());
    }

    private static Object known(String optional, int number) {
        if (optional.contains("Instant")) {
            return Instant.ofEpochSecond(number);
        }
        if (optional.contains("Cost")) {
            return new ClipCost(BigDecimal.valueOf(number), "USD", "api");
        }
        return optional.contains("Trouble") ? new ManifestEntry.Trouble("code " + number, "") : "text " + number;
    }
}
