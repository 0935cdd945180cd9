package io.jenkins.plugins.videogen;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.function.UnaryOperator;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * The parameters of a build step with the variables in its texts replaced, as freestyle jobs do with every text. A
 * pipeline needs none of it: Groovy replaces its own.
 */
final class ExpandedStep {
    /** Credentials find their own variables: one may stand for a credential of the user who started the build. */
    private static final String CREDENTIAL = "CredentialsId";

    private ExpandedStep() {}

    /** @param expand replaces the variables of one text */
    static GenerateVideoStep of(GenerateVideoStep step, UnaryOperator<String> expand) {
        GenerateVideoStep expanded = new GenerateVideoStep(text(step.getPrompt(), expand));
        try {
            for (Method setter : GenerateVideoStep.class.getMethods()) {
                if (setter.isAnnotationPresent(DataBoundSetter.class)) {
                    String name = setter.getName().substring("set".length());
                    Object value = getter(name, setter).invoke(step);
                    boolean replace = value instanceof String && !name.equals(CREDENTIAL);
                    setter.invoke(expanded, replace ? text((String) value, expand) : value);
                }
            }
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw new IllegalStateException("each parameter has a getter and a setter", e);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
        return expanded;
    }

    private static String text(String text, UnaryOperator<String> expand) {
        return text == null ? null : expand.apply(text);
    }

    private static Method getter(String name, Method setter) throws NoSuchMethodException {
        boolean truth = setter.getParameterTypes()[0] == boolean.class;
        return GenerateVideoStep.class.getMethod((truth ? "is" : "get") + name);
    }
}
