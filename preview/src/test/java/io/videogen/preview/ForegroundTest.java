package io.videogen.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.videogen.preview.api.Api;
import io.videogen.preview.clip.CannedClipPainter;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.Socket;
import java.util.Scanner;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class ForegroundTest {
    @Test
    void printsItsUrlAloneAndServesUntilInterrupted() throws Exception {
        try (PipedInputStream in = new PipedInputStream();
                PrintStream out = new PrintStream(new PipedOutputStream(in), true)) {
            FutureTask<Boolean> serving = new FutureTask<>(() -> {
                Foreground.serve(0, Api.OPENAI, new CannedClipPainter(), out);
                return Thread.interrupted();
            });
            Thread thread = new Thread(serving);
            thread.start();
            String url = new Scanner(in).nextLine();
            assertThat(url).matches("http://127\\.0\\.0\\.1:\\d+");
            int port = Integer.parseInt(url.substring(url.lastIndexOf(':') + 1));
            assertThat(reachable(port)).isTrue();

            thread.interrupt();

            assertThat(serving.get()).isTrue();
            assertThat(reachable(port)).isFalse();
        }
    }

    private static boolean reachable(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
