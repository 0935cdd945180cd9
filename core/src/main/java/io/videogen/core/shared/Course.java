package io.videogen.core.shared;

/** What a build that wants a clip does, once it has seen the record. */
public enum Course {
    /** Takes the clip that is kept. */
    TAKE_CLIP,
    /** Waits for the build that works on it. */
    WAIT,
    /** Becomes the holder of the job and goes on from its state: polls it, or looks a lost submission up. */
    TAKE_OVER,
    /** Starts from nothing: its claim or replacement of the record is the leave to submit. */
    SUBMIT,
    /** Reports how the job ended that it has waited for, rather than buy what has just failed. */
    REPORT
}
