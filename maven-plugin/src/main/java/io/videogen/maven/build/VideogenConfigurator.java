package io.videogen.maven.build;

import io.videogen.maven.input.Texts;
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
            preferCommandLine(
                    configuration, execution.getMojoDescriptor().getMojoConfiguration(), session.getUserProperties());
        } catch (ExpressionEvaluationException e) {
            throw new ComponentConfigurationException(configuration, e.getMessage(), e);
        }
        Optional<String> misspelt = KnownElements.misspeltField(configuration);
        if (misspelt.isPresent()) {
            throw new ComponentConfigurationException(configuration.getChild("videos"), misspelt.get());
        }
        super.configureComponent(component, configuration, evaluator, realm, listener);
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
