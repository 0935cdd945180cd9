package io.jenkins.plugins.videogen;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExpandedStepTest {
    /** Its variables are those of the build's parameters, which the credentials plugin looks at by itself. */
    private static final Set<String> LEFT_ALONE = Set.of("credentialsId");

    @Test
    void replacesTheVariablesOfEveryText() throws Exception {
        GenerateVideoStep step = new GenerateVideoStep("the ${NAME}");
        for (Field text : GenerateVideoStep.class.getDeclaredFields()) {
            if (text.getType() == String.class && !Modifier.isStatic(text.getModifiers())) {
                text.setAccessible(true);
                if (!Modifier.isFinal(text.getModifiers())) {
                    text.set(step, text.getName() + " ${NAME}");
                }
            }
        }

        GenerateVideoStep expanded = ExpandedStep.of(step, text -> text.replace("${NAME}", "job"));

        for (Field text : GenerateVideoStep.class.getDeclaredFields()) {
            if (text.getType() == String.class && !Modifier.isStatic(text.getModifiers())) {
                text.setAccessible(true);
                String name = text.getName();
                String wanted = name.equals("prompt") ? "the" : name;
                assertThat(text.get(expanded))
                        .as(name)
                        .isEqualTo(wanted + (LEFT_ALONE.contains(name) ? " ${NAME}" : " job"));
            }
        }
    }

    @Test
    void leavesAllElseAsItIs() {
        GenerateVideoStep step = new GenerateVideoStep("A cat");
        step.setN(2);
        step.setSeed(7L);
        step.setAudio(true);
        step.setArchive(true);
        step.setCancelOnAbort(false);
        step.setTimeoutMinutes(45);

        GenerateVideoStep expanded = ExpandedStep.of(step, text -> text);

        assertThat(expanded).usingRecursiveComparison().isEqualTo(step);
    }
}
