package io.videogen.it.bench.waiting;

import io.videogen.core.batch.BatchListener;
import io.videogen.core.batch.BatchReport;
import io.videogen.core.batch.BatchSettings;
import io.videogen.core.batch.Remote;
import io.videogen.core.batch.VideoBatch;
import io.videogen.core.batch.VideoTask;
import io.videogen.core.http.Endpoint;
import io.videogen.core.remote.RemoteJobs;
import io.videogen.core.request.VideoRequest;
import io.videogen.it.bench.HttpSide;
import io.videogen.it.bench.Project;
import io.videogen.it.bench.Times;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** One run with very many jobs in a JVM of its own. Arguments: endpoint or {@code memory}, folder, jobs. */
public final class WaitingJobs {

    private static final Duration INTERVAL = Duration.ofSeconds(15);

    private WaitingJobs() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]);
        int jobs = Integer.parseInt(arguments[2]);
        boolean memory = arguments[0].equals("memory");
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        // The JVM's own and main's, which is where the batch is awaited.
        int threadsBefore = threads.getThreadCount();
        AtomicReference<WatchedJobs> watched = new AtomicReference<>();
        UnaryOperator<RemoteJobs> watch = real -> {
            watched.set(new WatchedJobs(real, INTERVAL));
            return watched.get();
        };
        BatchSettings settings = BatchSettings.builder(folder.resolve("out"), folder.resolve("cache"))
                .endpoint(Endpoint.parse(memory ? "http://127.0.0.1:9" : arguments[0], false))
                .concurrency(jobs)
                .pollInterval(INTERVAL)
                .build();
        Remote remote = memory ? new MemorySide(jobs, watch) : new HttpSide(settings, watch);
        VideoBatch batch = new VideoBatch(settings, () -> remote, new BatchListener() {}, Clock.systemUTC());
        List<VideoTask> tasks = IntStream.rangeClosed(1, jobs)
                .mapToObj(i -> new VideoTask(
                        "clip-" + i,
                        VideoRequest.builder(Project.prompt(i))
                                .model("sora-2")
                                .seconds("4")
                                .size("1280x720")
                                .build()))
                .toList();
        Gauge gauge = new Gauge(watched::get, jobs);
        long start = System.nanoTime();
        gauge.start();
        BatchReport report = batch.run(tasks);
        double seconds = Times.since(start);
        if (!report.failures().isEmpty() || report.videos().size() != jobs) {
            throw new IllegalStateException(
                    report.failures().size() + " failed: " + report.failures().get(0));
        }
        System.out.printf(
                "{\"jobs\":%d,\"seconds\":%.2f,\"cpuSeconds\":%.2f,\"peakThreads\":%d,\"waitingThreads\":%d,"
                        + "\"mostHeapMB\":%.1f,\"liveHeapMB\":%.1f,\"longestGapSeconds\":%.2f,\"mostWaiting\":%d,"
                        + "\"polls\":%d}%n",
                jobs,
                seconds,
                cpuSeconds(),
                threads.getPeakThreadCount() - threadsBefore - 1,
                gauge.waitingThreads() - threadsBefore - 1,
                gauge.mostHeap() / 1e6,
                gauge.liveHeap() / 1e6,
                watched.get().longestGapSeconds(),
                watched.get().mostWaiting(),
                watched.get().polls());
        System.exit(0);
    }

    private static double cpuSeconds() {
        com.sun.management.OperatingSystemMXBean system =
                (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / 1e9;
    }
}
