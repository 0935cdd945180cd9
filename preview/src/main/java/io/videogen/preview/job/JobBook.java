package io.videogen.preview.job;

import io.videogen.preview.clip.ClipPainter;
import io.videogen.preview.clip.ClipSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The jobs of one server. Two are drawn at a time, in a temporary folder that goes with the server. */
public final class JobBook implements AutoCloseable {
    private static final int AT_ONCE = 2;

    private final ClipPainter painter;
    private final Clock clock;
    private final Path folder;
    private final ExecutorService drawers;
    private final Map<String, Job> jobs = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * @param painter is closed with the book
     * @throws IOException if no temporary folder can be made
     */
    public JobBook(ClipPainter painter, Clock clock) throws IOException {
        this.painter = painter;
        this.clock = clock;
        this.folder = Files.createTempDirectory("videogen-preview-");
        AtomicInteger number = new AtomicInteger();
        this.drawers = Executors.newFixedThreadPool(AT_ONCE, task -> {
            Thread thread = new Thread(task, "videogen-preview-draw-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Accepts a job and begins to draw it. */
    public Job add(String id, JobRequest request, JobPlan plan) {
        int number = numbers.incrementAndGet();
        // The job needs the future and the future the job's file names: the latter follow from its number.
        Job files = new Job(id, number, request, plan, clock.instant(), folder, null);
        Job job = new Job(id, number, request, plan, clock.instant(), folder, drawers.submit(() -> {
            draw(files, request, plan);
            return null;
        }));
        jobs.put(id, job);
        return job;
    }

    private void draw(Job files, JobRequest request, JobPlan plan) throws IOException, InterruptedException {
        if (plan.failure().isPresent()) {
            return;
        }
        for (int index = 1; index <= request.count(); index++) {
            ClipSpec spec = new ClipSpec(
                    request.prompt(), request.model(), request.size(), request.seconds(), index, request.count());
            painter.paint(spec, files.clip(index));
            painter.paintThumbnail(spec, files.clip(index), files.thumbnail(index));
        }
    }

    /** By id. */
    public Optional<Job> find(String id) {
        return Optional.ofNullable(jobs.get(id));
    }

    /** In the order they were accepted. */
    public List<Job> oldestFirst() {
        List<Job> all = new ArrayList<>(jobs.values());
        all.sort(Comparator.comparingInt(Job::number));
        return Collections.unmodifiableList(all);
    }

    /** How many jobs were accepted, deleted ones included. */
    public int created() {
        return numbers.get();
    }

    /** Forgets a job and its files. */
    public void remove(Job job) {
        jobs.remove(job.id());
        job.delete();
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        drawers.shutdownNow();
        painter.close();
        try {
            // A painter that still writes would bring files back after the folder is emptied.
            drawers.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> file.toFile().delete());
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove the preview's temporary folder " + folder, e);
        }
    }
}
