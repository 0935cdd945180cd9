package io.videogen.core.reply;

import java.lang.ref.WeakReference;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The clips that came inside replies and are held until they are written to disk. Together they may take a quarter of the
 * heap; for one that finds no room, its job is asked again later.
 */
final class InlinedClips {

    private static final int LARGE = 1 << 20;
    /** Characters: an address holds them twice. */
    private static final long MOST = Runtime.getRuntime().maxMemory() / 4 / 2;

    private static final List<WeakReference<URI>> HELD = new ArrayList<>();

    private InlinedClips() {}

    /** Whether there is room for it; then it counts as long as it is in use. The only one always has. */
    static boolean admit(URI address) {
        long length = length(address);
        if (length < LARGE) {
            return true;
        }
        synchronized (HELD) {
            HELD.removeIf(held -> held.get() == null);
            long all = HELD.stream()
                    .map(WeakReference::get)
                    .filter(Objects::nonNull)
                    .mapToLong(InlinedClips::length)
                    .sum();
            boolean room = all == 0 || all + length <= MOST;
            if (room) {
                HELD.add(new WeakReference<>(address));
            }
            return room;
        }
    }

    private static long length(URI address) {
        return address.isOpaque() ? address.getRawSchemeSpecificPart().length() : 0;
    }
}
