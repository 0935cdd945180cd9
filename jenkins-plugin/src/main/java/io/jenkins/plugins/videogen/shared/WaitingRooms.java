package io.jenkins.plugins.videogen.shared;

import io.videogen.core.engine.RenderState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who works on a job that builds share, and who waits for it. In memory on purpose: a restart ends all work, and each render
 * that is resumed comes in again.
 */
final class WaitingRooms {
    private static final Map<String, Room> ROOMS = new HashMap<>();

    private WaitingRooms() {}

    /**
     * Makes a render the one that works, if there is none. Comes before the lock on disk: who is too late then knows for
     * whom it waits.
     *
     * @param elseWait whether it waits for the one that works already
     * @return the build that works on the job already, if that is another one
     */
    static synchronized Optional<String> work(String place, String owner, String build, boolean elseWait) {
        Room room = ROOMS.computeIfAbsent(place, empty -> new Room());
        if (room.worker != null && !owner.equals(room.worker)) {
            if (elseWait) {
                enter(place, owner);
            }
            return Optional.of(room.build);
        }
        room.waiting.remove(owner);
        room.worker = owner;
        room.build = build;
        return Optional.empty();
    }

    /** Waits, and hears of an ending of which the others have been told just now. */
    static synchronized void enter(String place, String owner) {
        Room room = ROOMS.computeIfAbsent(place, empty -> new Room());
        room.waiting.add(owner);
        room.ending.ifPresent(state -> room.told.put(owner, state));
    }

    static synchronized void leave(String place, String owner) {
        Room room = ROOMS.get(place);
        if (room == null) {
            return;
        }
        room.waiting.remove(owner);
        room.told.remove(owner);
        if (owner.equals(room.worker)) {
            room.worker = null;
            room.build = null;
            room.ending = Optional.empty();
        }
        if (room.worker == null && room.waiting.isEmpty()) {
            ROOMS.remove(place);
        }
    }

    static synchronized boolean isWaitedFor(String place) {
        Room room = ROOMS.get(place);
        return room != null && !room.waiting.isEmpty();
    }

    /** Tells all who wait how the job ended, and those who come before its worker leaves. */
    static synchronized void tell(String place, RenderState ending) {
        Room room = ROOMS.get(place);
        if (room != null) {
            room.ending = Optional.of(ending);
            room.waiting.forEach(owner -> room.told.put(owner, ending));
        }
    }

    static synchronized Optional<RenderState> told(String place, String owner) {
        return Optional.ofNullable(ROOMS.get(place)).map(room -> room.told.get(owner));
    }

    private static final class Room {
        private final Set<String> waiting = new HashSet<>();
        private final Map<String, RenderState> told = new HashMap<>();
        private String worker;
        private String build;
        private Optional<RenderState> ending = Optional.empty();
    }
}
