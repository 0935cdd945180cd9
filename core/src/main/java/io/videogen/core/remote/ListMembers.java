package io.videogen.core.remote;

import io.videogen.core.request.VideoRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The jobs that are asked for together, and when they meet. Not thread-safe: its owner guards it. */
final class ListMembers {

    /** A job that was given up by its build is asked for no more. */
    private static final Duration LONGEST_ABSENCE = Duration.ofMinutes(5);

    private final Map<String, ListMember> members = new LinkedHashMap<>();
    private final TreeSet<ListMember> byDue =
            new TreeSet<>(Comparator.comparing(ListMember::due).thenComparing(ListMember::jobId));

    ListMember comes(String jobId, VideoRequest request, Instant now) {
        ListMember member = members.computeIfAbsent(jobId, ListMember::new);
        member.comes(request, now);
        return member;
    }

    Optional<ListMember> find(String jobId) {
        return Optional.ofNullable(members.get(jobId));
    }

    Collection<ListMember> all() {
        return members.values();
    }

    int size() {
        return members.size();
    }

    void remove(String jobId) {
        ListMember gone = members.remove(jobId);
        if (gone != null && gone.due() != null) {
            byDue.remove(gone);
        }
    }

    void clear() {
        members.clear();
        byDue.clear();
    }

    /** A list is asked for: whoever it has not yet told is taken to wait as long as the last time. */
    void open(Instant now) {
        members.values().removeIf(member -> member.cameBefore(now.minus(LONGEST_ABSENCE)));
        byDue.clear();
        for (ListMember member : members.values()) {
            member.opens(now);
            if (member.due() != null) {
                byDue.add(member);
            }
        }
    }

    /** When the first of all is due, after this one has said how long it waits; see {@link ListMember#waits}. */
    Instant meeting(ListMember me, Instant from, Duration alone, Duration pause) {
        if (me.due() != null) {
            byDue.remove(me);
        }
        me.waits(from, alone, pause);
        byDue.add(me);
        return byDue.first().due();
    }
}
