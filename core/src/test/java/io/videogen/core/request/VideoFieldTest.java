package io.videogen.core.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A field that has no setter could not be written in a POM. */
class VideoFieldTest {

    @Test
    void everyFieldThatIsOneTextIsFoundByTheNameOfItsSetter() throws ReflectiveOperationException {
        Map<VideoField, String> set = new EnumMap<>(VideoField.class);
        VideoField.Setters setters = set::put;
        for (Method method : VideoField.Setters.class.getMethods()) {
            if (method.isDefault()) {
                method.invoke(setters, method.getName());
            }
        }

        assertThat(set)
                .isEqualTo(Arrays.stream(VideoField.values())
                        .filter(field -> field.type() != FieldType.ROLE_REFERENCES)
                        .collect(Collectors.toMap(field -> field, VideoFieldTest::setter)));
    }

    private static String setter(VideoField field) {
        return "set" + Character.toUpperCase(field.word().charAt(0))
                + field.word().substring(1);
    }
}
