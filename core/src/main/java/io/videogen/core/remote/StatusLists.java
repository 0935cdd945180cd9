package io.videogen.core.remote;

import com.fasterxml.jackson.databind.JsonNode;
import io.videogen.core.VideogenException;
import io.videogen.core.api.Call;
import io.videogen.core.api.Listing;
import io.videogen.core.http.HttpReply;
import io.videogen.core.http.RetryAfter;
import io.videogen.core.reply.RemoteError;
import io.videogen.core.reply.ReplyReader;
import io.videogen.core.reply.WebPage;
import io.videogen.core.request.VideoRequest;
import io.videogen.core.text.Said;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Asks an API for the state of many jobs, page by page as long as that is worth it. */
final class StatusLists {

    private static final int MOST_PAGES = 10;

    /** A page that tells of one job alone costs as much as asking for it. */
    private static final int WORTH_A_PAGE = 2;

    /** Carries a call. */
    interface Sender {
        <T> T send(Call call, Function<HttpReply, T> reader) throws IOException, InterruptedException;
    }

    private final Meanings meanings;
    private final ReplyReader reader;
    private final PollReplies replies;
    private final ErrorTexts texts;
    private final Clock clock;

    StatusLists(Meanings meanings, ReplyReader reader, PollReplies replies, ErrorTexts texts, Clock clock) {
        this.meanings = meanings;
        this.reader = reader;
        this.replies = replies;
        this.texts = texts;
        this.clock = clock;
    }

    /** @param jobs by id */
    ListOutcome ask(Map<String, VideoRequest> jobs, Sender sender) throws InterruptedException {
        List<Listing> listings = meanings.api().listings(List.copyOf(jobs.keySet()));
        Map<String, PollOutcome.Seen> seen = new HashMap<>();
        try {
            for (Listing listing : listings) {
                Optional<ListOutcome> trouble = read(listing, jobs, seen, sender);
                if (trouble.isPresent()) {
                    return trouble.get();
                }
            }
        } catch (IOException e) {
            return new ListOutcome.Transient(texts.reason(e), Optional.empty());
        }
        return listings.isEmpty() ? new ListOutcome.NotPossible() : new ListOutcome.Told(seen);
    }

    private Optional<ListOutcome> read(
            Listing listing, Map<String, VideoRequest> jobs, Map<String, PollOutcome.Seen> seen, Sender sender)
            throws IOException, InterruptedException {
        Optional<String> next = Optional.empty();
        for (int i = 0; i < MOST_PAGES; i++) {
            int before = seen.size();
            Page page = sender.send(listing.page().apply(next), reply -> page(listing, reply, jobs));
            if (page.trouble().isPresent()) {
                return page.trouble();
            }
            // A job that a list tells of twice is taken as told first: on the newest page.
            page.jobs().forEach(seen::putIfAbsent);
            next = page.next();
            boolean worthIt =
                    seen.size() - before >= WORTH_A_PAGE && !seen.keySet().containsAll(listing.jobIds());
            if (next.isEmpty() || !worthIt) {
                break;
            }
        }
        return Optional.empty();
    }

    private record Page(Map<String, PollOutcome.Seen> jobs, Optional<String> next, Optional<ListOutcome> trouble) {

        static Page failed(ListOutcome trouble) {
            return new Page(Map.of(), Optional.empty(), Optional.of(trouble));
        }
    }

    private Page page(Listing listing, HttpReply reply, Map<String, VideoRequest> jobs) {
        if (!reply.isSuccess()) {
            return Page.failed(trouble(reply));
        }
        JsonNode json;
        Optional<Said> following;
        try {
            json = listing.common().apply(reader.parse(reply.body()));
            following = reader.list(json).following();
        } catch (VideogenException e) {
            return Page.failed(
                    WebPage.is(reply.body())
                            ? new ListOutcome.Transient(texts.unreadable(reply, e), Optional.empty())
                            : new ListOutcome.NotPossible());
        }
        Map<String, PollOutcome.Seen> told = new HashMap<>();
        for (JsonNode item : json.path("data")) {
            String id = item.path("id").asText("");
            VideoRequest request = jobs.get(id);
            if (request != null) {
                replies.listed(request, reply, item, id).ifPresent(seen -> told.putIfAbsent(id, seen));
            }
        }
        return new Page(told, following.map(Said::toString), Optional.empty());
    }

    private ListOutcome trouble(HttpReply reply) {
        RemoteError error = reader.error(reply.body());
        return Judgement.of(reply, error, clock.instant()).passesForQuestions(reply.status())
                ? new ListOutcome.Transient(texts.phrase(reply, error), RetryAfter.of(reply::header, clock.instant()))
                : new ListOutcome.NotPossible();
    }
}
