package io.jenkins.plugins.videogen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StepArgumentsTest {
    private final GenerateVideoStep.DescriptorImpl descriptor = new GenerateVideoStep.DescriptorImpl();

    @Test
    void takesNumbersAndBooleansWhereverTextIs() {
        assertThat(descriptor.customInstantiate(Map.of("seconds", 4, "user", true, "model", new BigDecimal("1E+1"))))
                .containsEntry("seconds", "4")
                .containsEntry("user", "true")
                .containsEntry("model", "10");
        assertThat(descriptor.customInstantiate(Map.of("<anonymous>", 42))).containsEntry("<anonymous>", "42");
    }

    @Test
    void leavesWhatHasItsTypeAlone() {
        Map<String, Object> arguments =
                Map.of("prompt", "A cat", "n", 2, "archive", true, "options", Map.of("width", 640), "seed", "7");
        assertThat(descriptor.customInstantiate(arguments)).isEqualTo(arguments);
    }

    @Test
    void refusesAParameterThatDoesNotExistAndNamesTheNearest() {
        assertThatThrownBy(() -> descriptor.customInstantiate(Map.of("prompt", "A cat", "secconds", "4")))
                .hasMessageContaining("\"secconds\"")
                .hasMessageContaining("\"seconds\"")
                .hasMessageContaining("credentialsId");
    }

    @Test
    void refusesATextThatIsNeitherTrueNorFalse() {
        assertThatThrownBy(() -> descriptor.customInstantiate(Map.of("resubmit", "yes")))
                .hasMessageContaining("resubmit")
                .hasMessageContaining("\"yes\"");
        assertThat(descriptor.customInstantiate(Map.of("resubmit", " true "))).containsEntry("resubmit", true);
    }
}
