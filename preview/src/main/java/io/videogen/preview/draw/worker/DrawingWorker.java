package io.videogen.preview.draw.worker;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import io.videogen.drawing.process.PrivateFolder;
import io.videogen.drawing.text.Fonts;
import io.videogen.preview.clip.ClipSpec;
import io.videogen.preview.draw.DrawingRequest;
import io.videogen.preview.draw.Frames;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * Main class of the forked JVM: draws what standard input asks for until that ends or nothing is asked for a while.
 */
public final class DrawingWorker {
    private static final long IDLE_SECONDS = 60;

    private final Path folder;
    private final Fonts fonts;

    private DrawingWorker(Path folder) throws IOException {
        this.folder = folder;
        this.fonts = new Fonts(folder, DrawingWorker.class.getClassLoader());
    }

    /**
     * @param args none
     * @throws Exception if the worker cannot start; the parent reads standard error
     */
    public static void main(String[] args) throws Exception {
        DataOutputStream replies = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
        // Anything else that prints must not get between the replies.
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.err), true));
        avutil.av_log_set_level(avutil.AV_LOG_ERROR);
        // The parent made it for this process alone.
        Path folder = Path.of("").toAbsolutePath();
        DrawingWorker worker = new DrawingWorker(folder);
        BlockingQueue<DrawingRequest> requests = new LinkedBlockingQueue<>();
        Thread reader = new Thread(() -> read(requests, folder), "requests");
        reader.setDaemon(true);
        reader.start();
        for (DrawingRequest request = requests.poll(IDLE_SECONDS, TimeUnit.SECONDS);
                request != null;
                request = requests.poll(IDLE_SECONDS, TimeUnit.SECONDS)) {
            Frames.write(replies, worker.answer(request));
        }
        worker.clean();
        Runtime.getRuntime().halt(0);
    }

    /** Ends the process with its parent, even in the middle of a drawing. */
    private static void read(BlockingQueue<DrawingRequest> requests, Path folder) {
        try (DataInputStream in = new DataInputStream(System.in)) {
            while (true) {
                requests.add(DrawingRequest.parse(Frames.read(in)));
            }
        } catch (EOFException e) {
            clean(folder);
            Runtime.getRuntime().halt(0);
        } catch (IOException | RuntimeException e) {
            clean(folder);
            Runtime.getRuntime().halt(1);
        }
    }

    private String answer(DrawingRequest request) {
        try {
            draw(request);
            return "";
        } catch (IOException | RuntimeException | LinkageError e) {
            return e.getMessage() == null ? e.toString() : e.getMessage();
        }
    }

    private void draw(DrawingRequest request) throws IOException {
        ClipSpec spec = request.spec();
        Card card = new Card(spec, fonts);
        AVFrame frame = CardPainter.paint(card, spec.size(), request.still() ? "yuvj420p" : "yuv420p");
        try {
            if (request.still()) {
                StillEncoder.encode(frame, request.target());
            } else {
                ClipEncoder.encode(spec, frame, card.bar(), request.target());
            }
        } finally {
            av_frame_free(frame);
        }
    }

    private void clean() {
        clean(folder);
    }

    /** For a parent that died; one that lives cleans up behind its process. */
    private static void clean(Path folder) {
        new PrivateFolder(folder).remove();
    }
}
