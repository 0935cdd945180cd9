package io.jenkins.plugins.videogen;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GenerateVideoStepTest {
    private final GenerateVideoStep.DescriptorImpl descriptor = new GenerateVideoStep.DescriptorImpl();

    @Test
    void showsThePromptCutToEightyCharacters() {
        assertThat(descriptor.argumentsToString(Map.of("prompt", "A cat"))).isEqualTo("A cat");
        assertThat(descriptor.argumentsToString(Map.of("prompt", "x".repeat(500))))
                .hasSize(80)
                .endsWith("…");
        assertThat(descriptor.argumentsToString(Map.of())).isNull();
    }

    @Test
    void hasNoParameterForAToken() {
        assertThat(Arrays.stream(GenerateVideoStep.class.getDeclaredFields()).map(Field::getName))
                .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).contains("token"));
    }

    @Test
    void everyFieldIsOfTheJdk() {
        assertThat(Arrays.stream(GenerateVideoStep.class.getDeclaredFields())
                        .filter(field -> !Modifier.isStatic(field.getModifiers()))
                        .map(Field::getType))
                .allMatch(type -> type.isPrimitive() || type.getName().startsWith("java."));
    }

    @Test
    void blankParametersCountAsUnset() {
        GenerateVideoStep step = new GenerateVideoStep("A cat");
        step.setModel(" ");
        step.setFile("");
        step.setMetadata("");
        assertThat(step.getModel()).isNull();
        assertThat(step.fileOrDefault()).isEqualTo("video.mp4");
        assertThat(step.getMetadata()).isNull();
    }
}
