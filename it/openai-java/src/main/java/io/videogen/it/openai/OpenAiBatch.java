package io.videogen.it.openai;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.HttpResponse;
import com.openai.models.videos.Video;
import com.openai.models.videos.VideoCreateParams;
import com.openai.models.videos.VideoSeconds;
import com.openai.models.videos.VideoSize;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Creates, polls and downloads with openai-java, a thread for each video, nothing recorded and nothing
 * checked. Arguments: base URL, folder, videos, batches, milliseconds between two polls; prints
 * the seconds of each batch.
 */
// The library deprecates its video routes, and has no other ones.
@SuppressWarnings("deprecation")
public final class OpenAiBatch {

    private OpenAiBatch() {}

    public static void main(String[] arguments) throws Exception {
        List<Double> seconds = new ArrayList<>();
        for (int batch = 1; batch <= Integer.parseInt(arguments[3]); batch++) {
            Path folder = Files.createDirectories(Path.of(arguments[1], "batch-" + batch));
            seconds.add(run(arguments[0], folder, Integer.parseInt(arguments[2]), Long.parseLong(arguments[4])));
        }
        System.out.println("{\"seconds\":" + seconds + "}");
        System.exit(0);
    }

    private static double run(String baseUrl, Path folder, int videos, long interval) throws Exception {
        long start = System.nanoTime();
        OpenAIClient client =
                OpenAIOkHttpClient.builder().baseUrl(baseUrl).apiKey("none").build();
        // Daemons: after a failed batch the benchmark waited for ever for a JVM that had lost its main thread.
        ExecutorService threads = Executors.newFixedThreadPool(videos, task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        });
        List<Future<Long>> all = new ArrayList<>();
        for (int i = 1; i <= videos; i++) {
            int number = i;
            all.add(threads.submit(() -> render(client, number, interval, folder.resolve("clip-" + number + ".mp4"))));
        }
        for (Future<Long> one : all) {
            if (one.get() < 1) {
                throw new IllegalStateException("an empty clip");
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        threads.shutdown();
        client.close();
        return seconds;
    }

    private static long render(OpenAIClient client, int number, long interval, Path target) throws Exception {
        Video video = client.videos()
                .create(VideoCreateParams.builder()
                        .prompt("Lantern " + number + " on a pier at dusk, waves below, slow zoom")
                        .model("sora-2")
                        .seconds(VideoSeconds._4)
                        .size(VideoSize._1280X720)
                        .build());
        while (!video.status().equals(Video.Status.COMPLETED)) {
            if (video.status().equals(Video.Status.FAILED)) {
                throw new IllegalStateException("job " + video.id() + " failed");
            }
            Thread.sleep(interval);
            video = client.videos().retrieve(video.id());
        }
        try (HttpResponse response = client.videos().downloadContent(video.id())) {
            return Files.copy(response.body(), target);
        }
    }
}
