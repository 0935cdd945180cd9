package io.videogen.core.remote;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which of the jobs that a list calls running are asked for by themselves. A list on probation is checked by the square
 * root of their number in the time that a job would have waited alone, however often the list is asked. One that is
 * believed may still freeze, and then differs from an honest one only in the ends that it does not tell. How many those
 * should be is known from the questions that it saved: of so many one would have found an end, at first about thirty,
 * then as the ends that were told have shown. So a silence makes it the more doubtful the longer it lasts and the more
 * jobs there are, and a job is asked for itself when the doubt, times the questions saved for it, is worth a question.
 * But jobs may also take longer than anybody guessed, all of them: so doubt has an end, and no more are asked at once
 * than tell.
 *
 * <p>Not thread-safe: its owner guards it.
 */
final class ListChecks {

    /** Questions for a job alone until its end is found, and the number of ends which that guess counts as. */
    private static final double QUESTIONS_TO_AN_END = 30;

    private static final double GUESSED_ENDS = 3;

    /** With less a check costs more than it tells, with more a list that froze is believed longer. */
    private static final double WORTH_A_CHECK = 20;

    private static final double MOST_DOUBT = 7;
    /** Jobs among which so many should have ended; if all of them run, the list has told the truth. */
    private static final double ENDS_THAT_TELL = 3;

    /** A list may freeze for one job alone: then no silence tells of it. */
    private static final double MOST_UNCHECKED = 80;

    private double questions = GUESSED_ENDS * QUESTIONS_TO_AN_END;
    private double ends = GUESSED_ENDS;
    /** Checks that are due on probation; a part of one is carried over to the next list. */
    private double owed;

    /**
     * Takes a list.
     *
     * @param news ends that it was the first to tell
     */
    void told(Collection<ListMember> members, int news) {
        if (news > 0) {
            ends += news;
            members.forEach(this::seen);
        }
    }

    private void seen(ListMember member) {
        questions += member.unseen();
        member.isSeen();
    }

    /** A job told of itself. */
    void checked(ListMember member) {
        questions += member.unseen();
        member.isChecked();
    }

    /** The jobs that are asked for by themselves besides. */
    Set<String> choose(Collection<ListMember> members, boolean proven) {
        return proven ? doubtful(members) : longestUnchecked(members);
    }

    private Set<String> longestUnchecked(Collection<ListMember> members) {
        double waits = members.stream().mapToDouble(ListMember::saved).average().orElse(0);
        owed = Math.min(owed + waits * Math.floor(Math.sqrt(members.size())), members.size());
        int now = (int) owed;
        owed -= now;
        Set<String> chosen = new HashSet<>();
        members.stream()
                .sorted(Comparator.comparingDouble(ListMember::unchecked).reversed())
                .limit(now)
                .forEach(member -> chosen.add(member.jobId()));
        return chosen;
    }

    private Set<String> doubtful(Collection<ListMember> members) {
        List<ListMember> sorted = members.stream()
                .sorted(Comparator.comparingDouble(ListMember::unseen).reversed())
                .toList();
        double silent = sorted.stream().mapToDouble(ListMember::unseen).sum();
        double asked = 0;
        Set<String> chosen = new HashSet<>();
        for (ListMember member : sorted) {
            double doubt = Math.min(Math.exp((silent - asked) * ends / questions), MOST_DOUBT);
            boolean tells = asked * ends / questions < ENDS_THAT_TELL;
            if (tells && member.unseen() * doubt >= WORTH_A_CHECK || member.unchecked() >= MOST_UNCHECKED) {
                asked += member.unseen();
                chosen.add(member.jobId());
            }
        }
        return chosen;
    }
}
