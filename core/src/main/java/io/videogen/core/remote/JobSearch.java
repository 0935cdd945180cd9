package io.videogen.core.remote;

import io.videogen.core.VideogenException;
import io.videogen.core.advice.Message;
import io.videogen.core.api.Listing;
import io.videogen.core.http.HttpReply;
import io.videogen.core.http.RetryAfter;
import io.videogen.core.reply.JobPage;
import io.videogen.core.reply.ListedJob;
import io.videogen.core.reply.RemoteError;
import io.videogen.core.reply.ReplyReader;
import io.videogen.core.reply.WebPage;
import io.videogen.core.request.VideoRequest;
import io.videogen.core.text.RawText;
import io.videogen.core.text.Said;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Looks for the job of a lost reply in the API's list. It would rather find nothing than adopt the job of somebody else
 * who shares the account: the prompt, or model, length and size together, must be echoed and equal.
 */
final class JobSearch {

    private static final Duration CLOCK_SKEW = Duration.ofMinutes(2);
    private static final Duration LONGEST_ACCEPTANCE = Duration.ofMinutes(10);
    private static final int MOST_PAGES = 10;

    private final ReplyReader reader;
    private final ErrorTexts texts;
    private final Clock clock;

    JobSearch(ReplyReader reader, ErrorTexts texts, Clock clock) {
        this.reader = reader;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * Reads one page.
     *
     * @param mark how far the search has come before it
     */
    LookupOutcome find(Listing listing, VideoRequest request, Lookup lookup, SearchMark mark, HttpReply reply) {
        if (!reply.isSuccess()) {
            return trouble(reply);
        }
        JobPage page;
        try {
            page = reader.list(listing.common().apply(reader.parse(reply.body())));
        } catch (VideogenException e) {
            return WebPage.is(reply.body())
                    ? new LookupOutcome.Transient(texts.unreadable(reply, e), Optional.empty())
                    : new LookupOutcome.NotPossible(Message.text(
                            "The API has no list of jobs to look for it: %s.", texts.unreadable(reply, e)));
        }
        Instant from = lookup.submittedAt().minus(CLOCK_SKEW);
        Instant to = lookup.submittedAt().plus(LONGEST_ACCEPTANCE);
        boolean pastWindow = false;
        for (ListedJob job : page.jobs()) {
            if (job.submission()
                    .filter(told -> told.reveal().equals(lookup.submission()))
                    .isPresent()) {
                return new LookupOutcome.Found(job.id());
            }
            Optional<Instant> created = job.createdAt();
            pastWindow |= created.filter(time -> time.isBefore(from)).isPresent();
            boolean inWindow = created.filter(time -> !time.isBefore(from) && !time.isAfter(to))
                    .isPresent();
            // One that names another submission was made by that, however alike it looks.
            boolean mayBeOurs = inWindow && job.submission().isEmpty();
            if (mayBeOurs && !lookup.known().test(job.id().toString()) && contradictsNothing(job, request)) {
                mark.fits(job.id(), job.prompt().isPresent(), echoesAll(job, request));
            }
        }
        Optional<Said> following = page.following();
        if (following.isEmpty() || pastWindow) {
            return mark.judge(lookup.known());
        }
        return mark.goOn(following.get(), MOST_PAGES)
                ? new LookupOutcome.More(mark.toString())
                : mark.judge(lookup.known());
    }

    private LookupOutcome trouble(HttpReply reply) {
        RemoteError error = reader.error(reply.body());
        Judgement judgement = Judgement.of(reply, error, clock.instant());
        String phrase = texts.phrase(reply, error);
        return judgement.passesForQuestions(reply.status())
                ? new LookupOutcome.Transient(phrase, RetryAfter.of(reply::header, clock.instant()))
                : new LookupOutcome.NotPossible(Message.text("The API does not show its list of jobs (%s).", phrase));
    }

    /** Whether all that the list echoes of the request is equal. */
    private static boolean contradictsNothing(ListedJob job, VideoRequest request) {
        return agrees(job.prompt(), Optional.of(request.prompt()), String::strip)
                && (request.isExtension() || restAgrees(job, request));
    }

    /** Says nothing of a clip that is made longer: model and size are the first one's, and lists tell the whole length. */
    private static boolean restAgrees(ListedJob job, VideoRequest request) {
        return agrees(job.model(), request.model(), String::strip)
                && agrees(job.size(), request.size(), String::strip)
                && agrees(job.seconds(), request.seconds(), JobSearch::number);
    }

    private static boolean agrees(Optional<RawText> echoed, Optional<String> asked, UnaryOperator<String> form) {
        return echoed.isEmpty()
                || asked.isEmpty()
                || form.apply(echoed.get().reveal()).equals(form.apply(asked.get()));
    }

    private static boolean echoesAll(ListedJob job, VideoRequest request) {
        return !request.isExtension()
                && job.model().isPresent()
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
