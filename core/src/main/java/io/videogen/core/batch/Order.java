package io.videogen.core.batch;

import io.videogen.core.request.FileDigests;
import io.videogen.core.request.RequestKey;
import io.videogen.core.request.VideoRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One distinct request of a batch: several videos that ask for the same share it, and it is paid once.
 *
 * @param key what clip and job are kept under: the content key, or the one that it was before prompts were normalised
 *     where something is kept under that
 * @param contentKey content key of the request
 * @param request what to render; of the video that it continues it has the key
 * @param names the videos, in the order they were declared
 * @param refresh whether it is rendered again though the store has it
 * @param resubmit whether an earlier submission of unknown outcome may be forgotten
 * @param before the video that it continues
 * @param continued whether another video of this run continues it
 * @param takes which of several clips a video is, for those that chose one
 */
record Order(
        String key,
        String contentKey,
        VideoRequest request,
        List<String> names,
        boolean refresh,
        boolean resubmit,
        Optional<Before> before,
        boolean continued,
        Map<String, Integer> takes) {

    /**
     * @param key what the clip is kept under
     * @param clip which of several, counted from 1
     */
    record Before(String name, String key, int clip) {}

    Order {
        names = List.copyOf(names);
        takes = Map.copyOf(takes);
    }

    /** The name that stands for it in messages and events. */
    String name() {
        return names.get(0);
    }

    /**
     * A reference that changed since the key was made would be paid, and kept, as what it no longer is.
     *
     * @throws io.videogen.core.VideogenException if one did
     */
    void requireSameReferences(boolean preview, FileDigests digests) {
        if (!RequestKey.of(request, preview, digests).equals(contentKey)) {
            throw Troubles.referenceChanged(this);
        }
    }

    /** Which of several clips the video is; empty for all of them. */
    OptionalInt take(String name) {
        Integer take = takes.get(name);
        return take == null ? OptionalInt.empty() : OptionalInt.of(take);
    }
}
