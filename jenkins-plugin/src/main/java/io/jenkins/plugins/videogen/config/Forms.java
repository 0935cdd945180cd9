package io.jenkins.plugins.videogen.config;

import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import hudson.Util;
import hudson.model.Item;
import hudson.security.ACL;
import hudson.util.ComboBoxModel;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.videogen.Messages;
import io.videogen.core.api.ApiName;
import java.util.Optional;
import java.util.function.Supplier;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

/** What the forms of this plugin offer and check, and who may see it: one place for all of them. */
public final class Forms {
    private Forms() {}

    /** Whether the user of this request may learn which credentials and endpoints there are; {@code null}: global. */
    static boolean mayLook(Item item) {
        return item == null
                ? Jenkins.get().hasPermission(Jenkins.ADMINISTER)
                : item.hasPermission(Item.EXTENDED_READ) || item.hasPermission(CredentialsProvider.USE_ITEM);
    }

    /**
     * Secret texts that may go to the host of {@code url}; only the current one for who may not look.
     *
     * @param url base URL of an endpoint; blank for any host
     */
    public static ListBoxModel credentials(Item item, String url, String current) {
        StandardListBoxModel model = new StandardListBoxModel();
        if (!mayLook(item)) {
            return model.includeCurrentValue(current);
        }
        return model.includeEmptyValue()
                .includeMatchingAs(
                        ACL.SYSTEM2,
                        item,
                        StringCredentials.class,
                        Tokens.requirements(Util.fixEmptyAndTrim(url)),
                        CredentialsMatchers.always())
                .includeCurrentValue(current);
    }

    /** Warns of an id that no secret text for the host of {@code url} has. */
    public static FormValidation checkCredentials(Item item, String url, String value) {
        String id = Util.fixEmptyAndTrim(value);
        return check(
                item,
                () -> id == null || id.startsWith("${") || isUsable(item, url, id)
                        ? Optional.empty()
                        : Optional.of(Messages.Credentials_NotFound(id)));
    }

    /** Warns of an endpoint that a step could not use. */
    public static FormValidation checkEndpoint(Item item, String value) {
        if (!mayLook(item)) {
            return FormValidation.ok();
        }
        String endpoint = Util.fixEmptyAndTrim(value);
        try {
            configured(item).resolve(endpoint, null);
            return FormValidation.ok();
        } catch (IllegalArgumentException e) {
            // Without a value the environment of the build may still name an endpoint.
            return endpoint == null ? FormValidation.warning(e.getMessage()) : FormValidation.error(e.getMessage());
        }
    }

    /** The URL of a step's endpoint, given by name or URL, blank for the default; {@code null} if there is none. */
    public static String urlOf(Item item, String endpoint) {
        try {
            return configured(item)
                    .resolve(Util.fixEmptyAndTrim(endpoint), null)
                    .url();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The names of the endpoints that a step may use, to choose from or to overwrite with a URL. */
    public static ComboBoxModel endpoints(Item item) {
        return mayLook(item) ? new ComboBoxModel(configured(item).names()) : new ComboBoxModel();
    }

    /** One option per API: what this plugin can do is no secret, not even in a form without a job. */
    public static ListBoxModel apis() {
        ListBoxModel items = new ListBoxModel();
        for (ApiName api : ApiName.chosen()) {
            items.add(api.word());
        }
        return items;
    }

    /** Options of which the first, under whatever name, means unset. */
    public static ListBoxModel choices(String unset, String... others) {
        ListBoxModel items = new ListBoxModel();
        items.add(unset, "");
        for (String other : others) {
            items.add(other);
        }
        return items;
    }

    /** Shows a problem, which is looked for only if the user may look. */
    public static FormValidation check(Item item, Supplier<Optional<String>> problem) {
        return mayLook(item)
                ? problem.get().map(FormValidation::error).orElseGet(FormValidation::ok)
                : FormValidation.ok();
    }

    private static boolean isUsable(Item item, String url, String id) {
        return !CredentialsProvider.listCredentialsInItem(
                        StringCredentials.class,
                        item,
                        ACL.SYSTEM2,
                        Tokens.requirements(Util.fixEmptyAndTrim(url)),
                        CredentialsMatchers.withId(id))
                .isEmpty();
    }

    private static Endpoints configured(Item item) {
        return VideogenGlobalConfiguration.get().endpoints(item);
    }
}
