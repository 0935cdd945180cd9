package io.videogen.it.bench.distance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A long way to a server on loopback, for kernels that can not make one: the bytes of each direction arrive after half a
 * round trip, and the first ones of a connection a whole round trip later, as the connection itself would. One thread for
 * all connections, so that it is no load of its own.
 */
final class DelayLine implements AutoCloseable {

    private static final int BUFFER = 64 << 10;

    private final ServerSocketChannel listener;
    private final Selector selector;
    private final InetSocketAddress server;
    private final long oneWay;
    private final AtomicInteger connections = new AtomicInteger();
    private final List<Direction> directions = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

    /** @param roundTrip how far the server is away */
    DelayLine(InetSocketAddress server, Duration roundTrip) throws IOException {
        this.server = server;
        this.oneWay = roundTrip.toNanos() / 2;
        selector = Selector.open();
        listener = ServerSocketChannel.open();
        listener.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 1024);
        listener.configureBlocking(false);
        listener.register(selector, SelectionKey.OP_ACCEPT);
        Thread thread = new Thread(this::run, "delay-line");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listener.socket().getLocalPort();
    }

    /** Connections that were made so far. */
    int connections() {
        return connections.get();
    }

    private void run() {
        try {
            while (selector.isOpen()) {
                long now = System.nanoTime();
                long wait = Long.MAX_VALUE;
                for (Direction direction : directions) {
                    wait = Math.min(wait, direction.deliver(now));
                }
                directions.removeIf(direction -> direction.over);
                if (wait == Long.MAX_VALUE) {
                    selector.select(this::ready);
                } else {
                    selector.select(this::ready, Math.max(1, (wait - System.nanoTime() + 999_999) / 1_000_000));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void ready(SelectionKey key) {
        try {
            if (key.isAcceptable()) {
                accept();
            } else {
                ((Direction) key.attachment()).read(buffer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() throws IOException {
        SocketChannel client = listener.accept();
        connections.incrementAndGet();
        SocketChannel upstream = SocketChannel.open(server);
        long open = System.nanoTime() + 2 * oneWay;
        direction(client, upstream, open);
        direction(upstream, client, open);
    }

    private void direction(SocketChannel from, SocketChannel to, long open) throws IOException {
        Direction direction = new Direction(from, to, open);
        from.configureBlocking(false);
        from.setOption(StandardSocketOptions.TCP_NODELAY, true);
        from.register(selector, SelectionKey.OP_READ, direction);
        directions.add(direction);
    }

    @Override
    public void close() throws IOException {
        listener.close();
        selector.close();
        for (Direction direction : directions) {
            direction.from.close();
        }
    }

    /** Some bytes on their way; none at the end. */
    private record Parcel(ByteBuffer bytes, long due, boolean last) {}

    private final class Direction {
        private final SocketChannel from;
        private final SocketChannel to;
        private final long open;
        private final Queue<Parcel> underWay = new ArrayDeque<>();
        private boolean over;

        Direction(SocketChannel from, SocketChannel to, long open) {
            this.from = from;
            this.to = to;
            this.open = open;
        }

        void read(ByteBuffer chunk) {
            boolean last;
            try {
                last = from.read(chunk.clear()) < 0;
            } catch (IOException e) {
                last = true;
            }
            if (last) {
                from.keyFor(selector).cancel();
            }
            ByteBuffer copy =
                    ByteBuffer.allocate(chunk.flip().remaining()).put(chunk).flip();
            underWay.add(new Parcel(copy, Math.max(System.nanoTime(), open) + oneWay, last));
        }

        /** Hands on what has arrived; tells when the next is due. */
        long deliver(long now) {
            try {
                for (Parcel next = underWay.peek(); next != null; next = underWay.peek()) {
                    if (next.due() > now) {
                        return next.due();
                    }
                    to.write(next.bytes());
                    if (next.bytes().hasRemaining()) {
                        return now + 1_000_000;
                    }
                    underWay.remove();
                    if (next.last()) {
                        over = true;
                        to.shutdownOutput();
                    }
                }
            } catch (IOException e) {
                over = true;
                close(from);
                close(to);
            }
            return Long.MAX_VALUE;
        }

        private static void close(SocketChannel channel) {
            try {
                channel.close();
            } catch (IOException e) {
                // It is gone either way.
                return;
            }
        }
    }
}
