package io.videogen.core.batch;

/** Another machine's build was faster to claim a job: this one sends nothing, and looks again. */
final class LostRecordException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LostRecordException(Order order) {
        super("The record of \"" + order.name() + "\" is another build's");
    }
}
