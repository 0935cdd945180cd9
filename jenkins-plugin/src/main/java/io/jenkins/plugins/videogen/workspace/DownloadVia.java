package io.jenkins.plugins.videogen.workspace;

import hudson.AbortException;
import java.util.Locale;

/** Who fetches a clip that needs no token; one that does always comes through the controller. */
public enum DownloadVia {
    /** The agent; the controller where the agent does not get a single byte. */
    AUTO,
    /** The agent alone: clips never pass through the controller unless they need the token. */
    AGENT,
    /** The controller alone: agents need no way to the outside. */
    CONTROLLER;

    /**
     * Reads the word of a pipeline; {@code null} means {@link #AUTO}.
     *
     * @throws AbortException if it is none of the three
     */
    public static DownloadVia parse(String word) throws AbortException {
        if (word == null) {
            return AUTO;
        }
        for (DownloadVia via : values()) {
            if (via.word().equals(word)) {
                return via;
            }
        }
        throw new AbortException("downloadVia is \"" + word + "\". Give auto, agent or controller.");
    }

    /** The word that a pipeline says. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
