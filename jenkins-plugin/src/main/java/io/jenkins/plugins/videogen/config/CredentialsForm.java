package io.jenkins.plugins.videogen.config;

import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import com.cloudbees.plugins.credentials.domains.DomainRequirement;
import com.cloudbees.plugins.credentials.domains.URIRequirementBuilder;
import hudson.model.Item;
import hudson.security.ACL;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.videogen.Messages;
import java.util.List;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

/** The credentials drop-down of all forms of this plugin, and who may see it. */
public final class CredentialsForm {
    private CredentialsForm() {}

    /** Whether the user of this request may learn which credentials and endpoints there are; {@code null}: global. */
    public static boolean mayLook(Item item) {
        return item == null
                ? Jenkins.get().hasPermission(Jenkins.ADMINISTER)
                : item.hasPermission(Item.EXTENDED_READ) || item.hasPermission(CredentialsProvider.USE_ITEM);
    }

    /** Secret texts that may go to the host of {@code url}; only the current one for who may not look. */
    public static ListBoxModel items(Item item, String url, String current) {
        StandardListBoxModel model = new StandardListBoxModel();
        if (!mayLook(item)) {
            return model.includeCurrentValue(current);
        }
        return model.includeEmptyValue()
                .includeMatchingAs(
                        ACL.SYSTEM2, item, StringCredentials.class, requirements(url), CredentialsMatchers.always())
                .includeCurrentValue(current);
    }

    /** Warns of an id that no secret text for the host of {@code url} has. */
    public static FormValidation check(Item item, String url, String credentialsId) {
        if (credentialsId == null || credentialsId.startsWith("${") || !mayLook(item)) {
            return FormValidation.ok();
        }
        boolean missing = CredentialsProvider.listCredentialsInItem(
                        StringCredentials.class,
                        item,
                        ACL.SYSTEM2,
                        requirements(url),
                        CredentialsMatchers.withId(credentialsId))
                .isEmpty();
        return missing ? FormValidation.error(Messages.Credentials_NotFound(credentialsId)) : FormValidation.ok();
    }

    /** Binds a lookup to the host of {@code url}, so that a credential kept for another host is not found. */
    static List<DomainRequirement> requirements(String url) {
        return url == null ? List.of() : URIRequirementBuilder.fromUri(url).build();
    }
}
