package io.videogen.preview;

import io.videogen.preview.api.Api;
import io.videogen.preview.clip.ClipPainter;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;

/** Runs a server until the thread is interrupted or the JVM is told to end. */
public final class Foreground {
    private Foreground() {}

    /**
     * Starts, prints the base URL alone on a line, and blocks.
     *
     * @param port 0 for any free one; the command line's default is 8788
     * @param out standard output
     * @throws IOException if the port is taken; the message names it
     */
    public static void serve(int port, Api api, ClipPainter painter, PrintStream out) throws IOException {
        PreviewServer server =
                PreviewServer.builder().port(port).api(api).painter(painter).start();
        Thread atExit = new Thread(server::close, "videogen-preview-exit");
        Runtime.getRuntime().addShutdownHook(atExit);
        try {
            out.println(server.baseUrl());
            out.flush();
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close(server, atExit);
        }
    }

    private static void close(PreviewServer server, Thread atExit) {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The JVM is ending: the hook closes the server.
            return;
        }
        server.close();
    }
}
