package io.videogen.preview.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Sends replies, whole or in the broken ways of {@link Transmission}. */
final class ReplySender {
    private final CountDownLatch closing;

    /**
     * @param closing opens when the server closes and ends every reply that hangs
     */
    ReplySender(CountDownLatch closing) {
        this.closing = closing;
    }

    void send(HttpExchange exchange, Reply reply) throws IOException, InterruptedException {
        Transmission delivery = reply.delivery();
        if (delivery.hang()) {
            closing.await();
        }
        if (delivery.hang() || delivery.drop()) {
            exchange.close();
            return;
        }
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        long length = reply.body().length();
        boolean head = exchange.getRequestMethod().equals("HEAD");
        if (head || length == 0) {
            if (head && length > 0) {
                exchange.getResponseHeaders().set("Content-Length", Long.toString(length));
            }
            exchange.sendResponseHeaders(reply.status(), -1);
            exchange.close();
            return;
        }
        exchange.sendResponseHeaders(reply.status(), Math.max(length, 0));
        try (OutputStream out = new Spigot(exchange.getResponseBody(), delivery)) {
            reply.body().writeTo(out);
        } catch (CutException e) {
            exchange.close();
        }
    }

    void sendQuietly(HttpExchange exchange, Reply reply) {
        try {
            send(exchange, reply);
        } catch (IOException e) {
            exchange.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            exchange.close();
        }
    }

    private static final class CutException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private final class Spigot extends FilterOutputStream {
        private final Transmission delivery;
        private long sent;
        private boolean cut;

        Spigot(OutputStream out, Transmission delivery) {
            super(out);
            this.delivery = delivery;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int at = offset;
            for (int left = length; left > 0; ) {
                int piece = Math.min(left, delivery.dripBytes() > 0 ? delivery.dripBytes() : left);
                piece = upTo(delivery.cutAfter(), upTo(delivery.stallAfter(), piece));
                out.write(bytes, at, piece);
                sent += piece;
                at += piece;
                left -= piece;
                if (sent == delivery.cutAfter()) {
                    cut();
                } else if (sent == delivery.stallAfter()) {
                    out.flush();
                    pause(Long.MAX_VALUE);
                    cut();
                } else if (delivery.dripBytes() > 0) {
                    out.flush();
                    pause(delivery.dripPause().toMillis());
                }
            }
        }

        private int upTo(long bound, int piece) {
            return bound < 0 || sent > bound ? piece : (int) Math.min(piece, bound - sent);
        }

        private void cut() throws IOException {
            out.flush();
            cut = true;
            throw new CutException();
        }

        private void pause(long millis) throws IOException {
            try {
                closing.await(millis, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            if (!cut) {
                super.close();
            }
        }
    }
}
