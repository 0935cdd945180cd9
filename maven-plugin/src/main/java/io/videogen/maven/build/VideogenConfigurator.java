package io.videogen.maven.build;

import io.videogen.maven.input.Texts;
import io.videogen.maven.session.Variables;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.codehaus.plexus.classworlds.realm.ClassRealm;
import org.codehaus.plexus.component.configurator.BasicComponentConfigurator;
import org.codehaus.plexus.component.configurator.ComponentConfigurationException;
import org.codehaus.plexus.component.configurator.ConfigurationListener;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluator;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/**
 * Fills the parameters of all goals, and departs from Maven's own way twice: a property that is given on the command
 * line wins over the POM, where Maven takes it only if the POM is silent, so that {@code -Dvideogen.endpoint=preview}
 * never buys; and a misspelt field of a {@code <video>} is named with the right ones.
 */
public final class VideogenConfigurator extends BasicComponentConfigurator {

    /** What goals name in their annotation. */
    public static final String HINT = "videogen";

    private static final String PROPERTY = "${videogen.";
    /** What environment variables give where neither command line nor POM does. */
    private static final Map<String, String> VARIABLES = Map.of("endpoint", Variables.ENDPOINT, "api", Variables.API);

    @Override
    public void configureComponent(
            Object component,
            PlexusConfiguration configuration,
            ExpressionEvaluator evaluator,
            ClassRealm realm,
            ConfigurationListener listener)
            throws ComponentConfigurationException {
        try {
            MavenSession session = (MavenSession) evaluator.evaluate("${session}");
            MojoExecution execution = (MojoExecution) evaluator.evaluate("${mojoExecution}");
            PlexusConfiguration expressions = execution.getMojoDescriptor().getMojoConfiguration();
            preferCommandLine(configuration, expressions, session.getUserProperties());
            for (Map.Entry<String, String> variable : VARIABLES.entrySet()) {
                String value = new Variables(session).get(variable.getValue()).orElse("");
                // One with a password is refused later, and must not be printed by -X before.
                if (!value.isEmpty() && !value.contains("@")) {
                    setDefault(configuration, expressions, evaluator, variable.getKey(), value);
                }
            }
            setDefault(
                    configuration,
                    expressions,
                    evaluator,
                    "allowPreview",
                    Boolean.toString(!Deployment.isAskedFor(session)));
        } catch (ExpressionEvaluationException e) {
            throw new ComponentConfigurationException(configuration, e.getMessage(), e);
        }
        Optional<String> mistake = KnownFields.mistake(configuration);
        if (mistake.isPresent()) {
            throw new ComponentConfigurationException(configuration, mistake.get());
        }
        super.configureComponent(component, configuration, evaluator, realm, listener);
    }

    /**
     * Gives a parameter its value here and not in the goal, so that tools which compare parameters, such as the build
     * cache, see what decides.
     */
    private static void setDefault(
            PlexusConfiguration configuration,
            PlexusConfiguration expressions,
            ExpressionEvaluator evaluator,
            String parameter,
            String value)
            throws ExpressionEvaluationException {
        PlexusConfiguration expression = expressions.getChild(parameter, false);
        if (expression == null || expression.getAttribute("default-value") != null) {
            return;
        }
        PlexusConfiguration element = configuration.getChild(parameter, true);
        Object given = evaluator.evaluate(element.getValue(expression.getValue("")));
        if (given == null || given.toString().isBlank()) {
            element.setValue(value);
        }
    }

    /** The expression is set, not the value: Maven would look for expressions in a prompt. */
    private static void preferCommandLine(
            PlexusConfiguration configuration, PlexusConfiguration expressions, Properties commandLine) {
        for (PlexusConfiguration parameter : expressions.getChildren()) {
            String expression = parameter.getValue("");
            if (expression.startsWith(PROPERTY)
                    && Texts.set(commandLine.getProperty(expression.substring(2, expression.length() - 1)))
                            .isPresent()) {
                configuration.getChild(parameter.getName(), true).setValue(expression);
            }
        }
    }
}
