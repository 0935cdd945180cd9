package io.videogen.core.advice;

import java.util.Locale;

/** Something that a user can do, and that each host says in its own way. */
public enum Advice {
    /** Do the same again; what was paid is taken up. */
    RUN_AGAIN("run the same build again"),
    /** Allow a new submission of a video whose outcome is unknown. */
    RESUBMIT("to submit the video again, allow that with \"resubmit\""),
    /** Leave a job at another endpoint, and pay for a new one here. */
    LEAVE_JOB("allow a new submission with \"resubmit\""),
    /** Give the token, where there is none. */
    GIVE_TOKEN("give the endpoint's token"),
    /** Ask less often, or later. */
    SLOW_DOWN("run the build again later"),
    /** Name the place of the clip's address in a reply. */
    NAME_CLIP("if the API hides the clip's URL, name its place with \"artifactPointer\""),
    /** Make the clip before it is asked for as it was made. */
    RENDER_FIRST("render it with a real endpoint first");

    private final String plain;

    Advice(String plain) {
        this.plain = plain;
    }

    /** How it is said where no host says it. */
    public String plain() {
        return plain;
    }

    /** In the imperative, to stand in a sentence; empty if the host has nothing of the kind. */
    @Override
    public String toString() {
        HostWords words = HostWords.Found.WORDS;
        return Translation.of(words.getClass(), name(), words.phrase(this));
    }

    /** The same at the beginning of a sentence. */
    public String capital() {
        String phrase = toString();
        return phrase.isEmpty() ? phrase : phrase.substring(0, 1).toUpperCase(Locale.ROOT) + phrase.substring(1);
    }

    /** A sentence of its own, to follow another; nothing if the host has nothing of the kind. */
    public String sentence() {
        String capital = capital();
        return capital.isEmpty() ? capital : " " + capital + ".";
    }
}
