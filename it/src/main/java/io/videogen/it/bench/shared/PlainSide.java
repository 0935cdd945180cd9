package io.videogen.it.bench.shared;

import io.videogen.core.shared.AccessKeys;
import io.videogen.core.shared.OpenedFile;
import io.videogen.core.shared.SharedStorage;
import io.videogen.it.bench.Times;
import io.videogen.store.s3.S3StorageProvider;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Copies one file of the storage to disk and flushes it. Arguments: store, name, target; prints the seconds. */
public final class PlainSide {

    private static final int BUFFER = 256 << 10;

    private PlainSide() {}

    public static void main(String[] arguments) throws Exception {
        long start = System.nanoTime();
        try (SharedStorage storage =
                        new S3StorageProvider().open(arguments[0], Optional.of(new AccessKeys("key", "secret")));
                OpenedFile file = storage.open(arguments[1]).orElseThrow();
                FileChannel channel = FileChannel.open(
                        Path.of(arguments[2]), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            byte[] buffer = new byte[BUFFER];
            for (int count = file.content().read(buffer);
                    count >= 0;
                    count = file.content().read(buffer)) {
                out.write(buffer, 0, count);
            }
            channel.force(true);
            if (channel.size() != file.bytes().orElseThrow()) {
                throw new IllegalStateException("only " + channel.size() + " bytes arrived");
            }
        }
        System.out.println("{\"seconds\":" + Times.since(start) + "}");
        System.exit(0);
    }
}
