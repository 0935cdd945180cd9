package io.videogen.it.crash;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Videos that are rendered together.
 *
 * @param id different for each set, so that no two sets share a clip
 * @param count number of videos
 * @param folder of the build
 * @param cache store and ledger
 */
record VideoSet(String id, int count, Path folder, Path cache) {

    static final String MODEL = "sora-2";
    static final String SECONDS = "4";
    static final String SIZE = "320x240";

    /** Of all videos in order. */
    List<String> names() {
        return IntStream.rangeClosed(1, count).mapToObj("video-%02d"::formatted).toList();
    }

    /** The text by which the server tells the videos apart. */
    String prompt(String name) {
        return "Set " + id + ", " + name;
    }

    /** Where the clips are delivered. */
    Path output() {
        return folder.resolve("target").resolve("videogen");
    }

    /** What the build says. */
    Path log() {
        return folder.resolve("build.log");
    }

    /** The same videos for another build. */
    VideoSet in(Path otherFolder) {
        return new VideoSet(id, count, otherFolder, cache);
    }
}
