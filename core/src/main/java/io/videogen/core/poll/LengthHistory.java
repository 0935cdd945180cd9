package io.videogen.core.poll;

import java.util.List;

/** The lengths of earlier jobs, by model. Thread-safe. */
public interface LengthHistory {

    /** The latest lengths of a model, oldest first, at most {@link #MOST}. */
    List<JobLength> of(String model);

    /** Adds one; best effort, a history that can not be written is no reason to fail. */
    void add(String model, JobLength length);

    /** More would not sharpen the estimate, and old ones tell of old servers. */
    int MOST = 200;
}
