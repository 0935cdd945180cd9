package io.jenkins.plugins.videogen.execution;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Puts {@code core}'s messages, which name Maven's settings first, in the words of a pipeline. */
final class Wording {
    private static final Map<Pattern, String> RULES = rules();

    private Wording() {}

    static String of(String message) {
        String text = message;
        for (Map.Entry<Pattern, String> rule : RULES.entrySet()) {
            text = rule.getKey().matcher(text).replaceAll(rule.getValue());
        }
        return text;
    }

    /** The last one is for settings that have the same name without Maven's prefix; a host's name is none. */
    private static Map<Pattern, String> rules() {
        Map<Pattern, String> rules = new LinkedHashMap<>();
        rules.put(
                Pattern.compile("name a server of settings\\.xml .*?\\(Jenkins: credentialsId\\)"),
                "set credentialsId, or bind the variable VIDEOGEN_TOKEN with withCredentials");
        rules.put(
                Pattern.compile("name (?:it|the video) in videogen\\.resubmit \\(Jenkins: resubmit: true\\)"),
                "set resubmit: true");
        rules.put(Pattern.compile("lower videogen\\.concurrency, or run the build again later"), "run the build later");
        // In a phrase the last full stop is dropped, so what stands before this advice ends as the advice does.
        rules.put(Pattern.compile("\\. If the API hides the clip's URL, [^.]*videogen\\.artifactPointer(\\.?)"), "$1");
        // Another build buys anew; a retry in this one takes up the job that it has.
        rules.put(Pattern.compile("run the same command again"), "retry the step in the same build");
        rules.put(
                Pattern.compile("(?<![\\w./-])videogen\\.(api|encoding|resubmit|allowInsecureHttp)(?!\\w|\\.\\w)"),
                "$1");
        return rules;
    }
}
