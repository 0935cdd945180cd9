package io.jenkins.plugins.videogen;

import io.videogen.core.request.Nearest;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * The arguments of a pipeline's call, as they are written, before Jenkins makes a step of them.
 *
 * <p>Jenkins only warns of a name that it does not know, and then the step would buy something else than what was asked for; it
 * makes {@code false} of any text but "true"; and it refuses {@code seconds: 4}, because its parameter is text.
 */
final class StepArguments {
    private static final String ONLY_ARGUMENT = "<anonymous>";
    private static final Map<String, Class<?>> PARAMETERS = parameters();

    private StepArguments() {}

    /**
     * Gives the arguments with the types that the step's setters take.
     *
     * @throws IllegalArgumentException if a name is no parameter, or the text of a true-or-false parameter is neither
     */
    static Map<String, Object> checked(Map<String, Object> arguments) {
        Map<String, Object> checked = new LinkedHashMap<>();
        arguments.forEach((name, value) -> checked.put(name, converted(name, value)));
        return checked;
    }

    private static Object converted(String name, Object value) {
        Class<?> type = PARAMETERS.get(ONLY_ARGUMENT.equals(name) ? "prompt" : name);
        if (type == null) {
            String meant = Nearest.to(name, PARAMETERS.keySet())
                    .map(Messages::StepArguments_Meant)
                    .orElse("");
            throw new IllegalArgumentException(
                    Messages.StepArguments_Unknown(name, meant, String.join(", ", PARAMETERS.keySet())));
        }
        if (type == String.class) {
            return text(value);
        }
        if ((type == boolean.class || type == Boolean.class) && value instanceof CharSequence text) {
            return truth(name, text.toString().trim());
        }
        return value;
    }

    private static Object text(Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof Number || value instanceof Boolean ? value.toString() : value;
    }

    private static Object truth(String name, String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(Messages.StepArguments_NotABoolean(name, text));
        };
    }

    private static Map<String, Class<?>> parameters() {
        Map<String, Class<?>> parameters = new TreeMap<>();
        parameters.put("prompt", String.class);
        for (Method method : GenerateVideoStep.class.getMethods()) {
            if (method.isAnnotationPresent(DataBoundSetter.class)) {
                String name = method.getName().substring("set".length());
                parameters.put(
                        Character.toLowerCase(name.charAt(0)) + name.substring(1), method.getParameterTypes()[0]);
            }
        }
        return parameters;
    }
}
