package io.videogen.it.bench.download;

import com.fasterxml.jackson.databind.JsonNode;
import io.videogen.it.bench.Benchmark;
import io.videogen.it.bench.Result;
import io.videogen.it.bench.Times;
import io.videogen.it.bench.Workshop;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/** A clip of 2 GiB from loopback to disk, checked and digested on the way. */
public final class DownloadBenchmark implements Benchmark {

    private static final long BYTES = 2L << 30;
    private static final int ROUNDS = 5;
    private static final double LEAST_SHARE = 0.75;

    @Override
    public String name() {
        return "download";
    }

    @Override
    public Result run(Workshop workshop) throws Exception {
        Path folder = workshop.emptyFolder("download");
        JsonNode rounds = workshop.java(
                List.of("-Xmx64m"),
                DownloadRounds.class,
                folder.toString(),
                Long.toString(BYTES),
                Integer.toString(ROUNDS));
        Workshop.delete(folder);
        double own = median(rounds, "download");
        double curl = median(rounds, "curl");
        double both = median(rounds, "curlThenSha256sum");
        double digest = median(rounds, "sha256");
        Result result =
                new Result("Download of 2 GiB from loopback, -Xmx64m, all flushed to disk", "side", "median s", "MB/s");
        row(result, "verified download (SHA-256, MP4 check)", own);
        row(result, "curl", curl);
        row(result, "curl, then sha256sum", both);
        row(result, "SHA-256 of the JDK, in memory", digest);
        row(
                result,
                "eight at once, an eighth of the size each",
                rounds.path("eightOfAnEighthAtOnceSeconds").asDouble());
        result.atLeast(
                        "share of the lower of curl's and SHA-256's speed",
                        Math.max(curl, digest) / own,
                        LEAST_SHARE,
                        "")
                .atMost("against curl, then sha256sum", own, both, "s")
                .atMost(
                        "peak heap of eight at once",
                        rounds.path("eightAtOncePeakHeapBytes").asDouble() / (1 << 20),
                        64,
                        "MiB");
        result.data().set("rounds", rounds);
        return result;
    }

    private static void row(Result result, String side, double seconds) {
        result.row(side, seconds, BYTES / seconds / 1e6);
    }

    private static double median(JsonNode rounds, String side) {
        return Times.median(StreamSupport.stream(rounds.path(side).spliterator(), false)
                .map(JsonNode::asDouble)
                .toList());
    }
}
