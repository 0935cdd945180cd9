package io.videogen.core.remote;

import io.videogen.core.VideogenException;
import io.videogen.core.api.Answer.Question;
import io.videogen.core.http.HttpReply;
import io.videogen.core.http.RetryAfter;
import io.videogen.core.remote.Judgement.Lasting;
import io.videogen.core.remote.Judgement.Speaker;
import io.videogen.core.reply.JobPage;
import io.videogen.core.reply.ListedJob;
import io.videogen.core.reply.RemoteError;
import io.videogen.core.reply.ReplyReader;
import io.videogen.core.reply.WebPage;
import io.videogen.core.request.VideoRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Looks for the job of a lost reply in the API's list. It would rather find nothing than adopt the job of somebody else
 * who shares the account: the prompt, or model, length and size together, must be echoed and equal.
 */
final class JobSearch {

    /** Gives a page of the list; the first one after nothing. */
    interface Pages {
        <T> T get(Optional<String> after, Function<HttpReply, T> reader) throws IOException, InterruptedException;
    }

    private static final Duration CLOCK_SKEW = Duration.ofMinutes(2);
    private static final Duration LONGEST_ACCEPTANCE = Duration.ofMinutes(10);
    private static final int MOST_PAGES = 10;

    private final Meanings meanings;
    private final ReplyReader reader;
    private final ErrorTexts texts;
    private final Clock clock;

    JobSearch(Meanings meanings, ReplyReader reader, ErrorTexts texts, Clock clock) {
        this.meanings = meanings;
        this.reader = reader;
        this.texts = texts;
        this.clock = clock;
    }

    LookupOutcome find(
            Pages pages, VideoRequest request, String submission, Instant submittedAt, Predicate<String> known)
            throws IOException, InterruptedException {
        Instant from = submittedAt.minus(CLOCK_SKEW);
        Instant to = submittedAt.plus(LONGEST_ACCEPTANCE);
        List<ListedJob> candidates = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Optional<String> after = Optional.empty();
        for (int number = 0; number < MOST_PAGES; number++) {
            Page page = pages.get(after, reply -> read(request, reply));
            if (page.trouble().isPresent()) {
                return page.trouble().get();
            }
            JobPage jobs = page.jobs().orElseThrow();
            boolean pastWindow = false;
            boolean news = false;
            for (ListedJob job : jobs.jobs()) {
                if (job.submission().filter(submission::equals).isPresent()) {
                    return new LookupOutcome.Found(job.id());
                }
                news |= seen.add(job.id());
                pastWindow |=
                        job.createdAt().filter(time -> time.isBefore(from)).isPresent();
                boolean inWindow = job.createdAt()
                        .filter(time -> !time.isBefore(from) && !time.isAfter(to))
                        .isPresent();
                if (inWindow && !known.test(job.id()) && contradictsNothing(job, request)) {
                    candidates.add(job);
                }
            }
            if (!jobs.hasMore() || pastWindow || !news) {
                break;
            }
            String last = jobs.jobs().get(jobs.jobs().size() - 1).id();
            after = jobs.next().or(() -> Optional.of(last));
        }
        return judge(candidates, request);
    }

    /** What came in place of a page, or the page. */
    private record Page(Optional<LookupOutcome> trouble, Optional<JobPage> jobs) {}

    private Page read(VideoRequest request, HttpReply reply) {
        if (!reply.isSuccess()) {
            return new Page(Optional.of(trouble(reply)), Optional.empty());
        }
        try {
            return new Page(
                    Optional.empty(),
                    Optional.of(reader.list(
                            meanings.of(Question.LIST, request, reply).json())));
        } catch (VideogenException e) {
            LookupOutcome trouble = WebPage.is(reply.body())
                    ? new LookupOutcome.Transient(texts.unreadable(reply, e), Optional.empty())
                    : new LookupOutcome.NotPossible(
                            "The API has no list of jobs to look for it: " + texts.unreadable(reply, e) + ".");
            return new Page(Optional.of(trouble), Optional.empty());
        }
    }

    private LookupOutcome trouble(HttpReply reply) {
        RemoteError error = reader.error(reply.body());
        Judgement judgement = Judgement.of(reply, error, clock.instant());
        String phrase = texts.phrase(reply, error);
        boolean passing = judgement.lasting() == Lasting.PASSING || judgement.speaker() == Speaker.BETWEEN;
        return passing && reply.status() != 501
                ? new LookupOutcome.Transient(phrase, RetryAfter.of(reply::header, clock.instant()))
                : new LookupOutcome.NotPossible("The API does not show its list of jobs (" + phrase + ").");
    }

    private static LookupOutcome judge(List<ListedJob> candidates, VideoRequest request) {
        List<ListedJob> samePrompt =
                candidates.stream().filter(job -> job.prompt().isPresent()).toList();
        if (samePrompt.size() == 1) {
            return new LookupOutcome.Found(samePrompt.get(0).id());
        }
        if (candidates.isEmpty()) {
            return new LookupOutcome.NoneFits();
        }
        return candidates.size() == 1 && echoesAll(candidates.get(0), request)
                ? new LookupOutcome.Found(candidates.get(0).id())
                : new LookupOutcome.Ambiguous(candidates.size());
    }

    /** Whether all that the list echoes of the request is equal. */
    private static boolean contradictsNothing(ListedJob job, VideoRequest request) {
        return agrees(job.prompt(), Optional.of(request.prompt()))
                && agrees(job.model(), request.model())
                && agrees(job.size(), request.size())
                && agrees(
                        job.seconds().map(JobSearch::number), request.seconds().map(JobSearch::number));
    }

    private static boolean agrees(Optional<String> echoed, Optional<String> asked) {
        return echoed.isEmpty() || asked.isEmpty() || echoed.get().strip().equals(asked.get());
    }

    private static boolean echoesAll(ListedJob job, VideoRequest request) {
        return job.model().isPresent()
                && job.seconds().isPresent()
                && job.size().isPresent()
                && request.model().isPresent()
                && request.seconds().isPresent()
                && request.size().isPresent();
    }

    /** {@code 4}, {@code 4.0} and {@code 4s} are one length. */
    private static String number(String seconds) {
        String plain = seconds.strip().replaceAll("s$", "");
        return plain.matches("\\d{1,6}(\\.\\d{1,6})?")
                ? new BigDecimal(plain).stripTrailingZeros().toPlainString()
                : plain;
    }
}
