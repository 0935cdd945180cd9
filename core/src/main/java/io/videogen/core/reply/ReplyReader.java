package io.videogen.core.reply;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.videogen.core.VideogenException;
import io.videogen.core.artifact.ArtifactLocation;
import io.videogen.core.artifact.Stills;
import io.videogen.core.http.Endpoint;
import io.videogen.core.http.HttpTransport;
import io.videogen.core.http.Token;
import io.videogen.core.text.RawText;
import io.videogen.core.text.Said;
import io.videogen.core.text.ServerText;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads any reply of any gateway. It has no opinion on which gateway sent it: no two agree on names and places, and
 * most are built from the same few parts. It decides on the status before it believes a URL. What it tells in words is
 * fit to be shown.
 */
public final class ReplyReader {

    private static final int LONGEST_CURSOR = 2000;
    private static final int LONGEST_WORD = 60;
    private static final int LONGEST_BEGINNING = 500;
    private static final int LONGEST_ECHO = 40_000;
    /** Stands for the word of a reply that has an id and no status. */
    private static final String WITHOUT_WORD = "accepted";

    private static final String WITHOUT_CLIP = "it is completed, and there is no clip";

    private final ResultUrls urls;
    private final ServerText words;
    private final Optional<JsonPointer> artifactPointer;

    /**
     * @param endpoint against which relative addresses are resolved
     * @param token does not get into any message, in case the server repeats it
     * @param artifactPointer JSON pointer to the clip's URL in a finished status reply, in place of the known places
     * @throws VideogenException if the pointer is malformed
     */
    public ReplyReader(Endpoint endpoint, Optional<Token> token, Optional<String> artifactPointer) {
        this.words = Token.hiding(token);
        this.urls = new ResultUrls(endpoint, words);
        this.artifactPointer = artifactPointer.map(ReplyReader::pointer);
    }

    /**
     * The reply as JSON, for an API to say what it means.
     *
     * @throws VideogenException of kind {@code BAD_REPLY} if it is not JSON
     */
    public JsonNode parse(byte[] body) {
        return BoundedJson.parse(body, words);
    }

    /**
     * Reads a reply to a create or status request, in the common shape of {@link Meaning}.
     *
     * @param jobId the job asked for; for a create request nothing is known yet
     * @param clips how many clips the job makes
     * @param contents where the API serves the files of a job, by id
     * @throws VideogenException of kind {@code BAD_REPLY} if the reply is not of this kind at all
     */
    public Reply read(JsonNode root, Optional<String> jobId, int clips, Function<String, Contents> contents) {
        if (!root.isObject()) {
            throw BoundedJson.bad("not_a_job").says("The endpoint answered with JSON that tells of no job.");
        }
        boolean error = RemoteErrors.isError(root);
        Optional<Said> id = JobIds.find(root, error || RemoteErrors.hasMessage(root), words)
                .or(() ->
                        jobId.isEmpty() && RemoteErrors.isSuccess(root) ? JobIds.bare(root, words) : Optional.empty());
        Optional<String> word = StatusWords.find(root);
        if (id.isEmpty() && word.isEmpty()) {
            if (error || RemoteErrors.hasMessage(root)) {
                return new Reply.Problem(RemoteErrors.of(root, words));
            }
            throw BoundedJson.bad("not_a_job").says("The endpoint answered with JSON that tells of no job.");
        }
        return new Reply.Job(snapshot(root, id, word, jobId.or(() -> id.map(Said::toString)), clips, contents));
    }

    /** Reads the error in the body of a reply of HTTP status 4xx or 5xx; never fails. */
    public RemoteError error(byte[] body) {
        try {
            return error(parse(body));
        } catch (VideogenException e) {
            return new RemoteError(beginning(body), Optional.empty(), Optional.empty());
        }
    }

    /** The beginning of any body, fit to be shown; of a web page what a reader would see. */
    public Said beginning(byte[] body) {
        int length = Math.min(body.length, HttpTransport.MOST_ERROR_BYTES);
        String text = WebPage.is(body) ? WebPage.text(body) : new String(body, 0, length, StandardCharsets.UTF_8);
        return words.said(text, LONGEST_BEGINNING);
    }

    /** A word of ours in place of one of the API's. */
    public Said said(String word) {
        return words.said(word, LONGEST_WORD);
    }

    /** Reads the error in a reply that is JSON. */
    public RemoteError error(JsonNode root) {
        return root.isTextual()
                ? new RemoteError(words.said(root.asText(), LONGEST_BEGINNING), Optional.empty(), Optional.empty())
                : RemoteErrors.of(root, words);
    }

    /** Where a reply that came in the place of a file says that the file is. */
    public Optional<URI> address(JsonNode root) {
        return urls.videos(root, 1, Optional.empty(), Optional.empty()).stream()
                .map(ArtifactLocation::uri)
                .findFirst();
    }

    /** Reads a page of the list of jobs. */
    public JobPage list(JsonNode root) {
        JsonNode data = root.path("data");
        if (!data.isArray()) {
            throw BoundedJson.bad("not_a_list").says("The endpoint answered with JSON that is no list of jobs.");
        }
        List<ListedJob> jobs = new ArrayList<>();
        for (JsonNode item : data) {
            JobIds.find(item, false, words)
                    .ifPresent(id -> jobs.add(new ListedJob(
                            id,
                            ReplyValues.created(item),
                            echo(item, "model"),
                            echo(item, "prompt"),
                            echo(item, "seconds"),
                            echo(item, "size"),
                            echo(item, "submission"))));
        }
        return new JobPage(
                jobs,
                root.path("has_more").asBoolean(false),
                Texts.of(root.path("next")).flatMap(next -> words.exactly(next, LONGEST_CURSOR)));
    }

    private JobSnapshot snapshot(
            JsonNode root,
            Optional<Said> id,
            Optional<String> word,
            Optional<String> asked,
            int clips,
            Function<String, Contents> contents) {
        JobStatus status = word.map(StatusWords::meaning).orElse(JobStatus.QUEUED);
        Optional<String> reason = word.flatMap(StatusWords::reason);
        Optional<Contents> own = asked.map(contents);
        List<ArtifactLocation> videos =
                status == JobStatus.COMPLETED ? videos(root, clips, asked, own.flatMap(Contents::video)) : List.of();
        if (!videos.stream().allMatch(clip -> InlinedClips.admit(clip.uri()))) {
            status = JobStatus.RUNNING;
            videos = List.of();
        }
        Optional<ArtifactLocation> thumbnail = status == JobStatus.COMPLETED ? urls.thumbnail(root) : Optional.empty();
        Optional<RemoteError> withheld = videos.isEmpty() ? RemoteErrors.withheld(root, words) : Optional.empty();
        if (status == JobStatus.COMPLETED && videos.isEmpty() && own.isPresent()) {
            if (own.get().video().isEmpty()) {
                status = JobStatus.FAILED;
                reason = Optional.of(WITHOUT_CLIP);
            }
            videos = own.get().video().map(urls::location).stream().toList();
            // A server that tells no URL speaks the original dialect, of which the thumbnail is a part.
            thumbnail = thumbnail.or(() -> own.get().thumbnail().map(urls::location));
        }
        return new JobSnapshot(
                id,
                status,
                words.said(word.orElse(WITHOUT_WORD), LONGEST_WORD),
                ReplyValues.progress(root),
                status == JobStatus.COMPLETED
                        ? withheld
                        : status.isFinal() ? Optional.of(failure(root, reason)) : Optional.empty(),
                videos,
                Stills.of(
                        thumbnail, status == JobStatus.COMPLETED ? urls.at(root, "/last_frame_url") : Optional.empty()),
                ReplyValues.cost(root, words),
                Optional.empty());
    }

    private List<ArtifactLocation> videos(JsonNode root, int clips, Optional<String> asked, Optional<URI> content) {
        return artifactPointer.isPresent()
                ? urls.named(root, artifactPointer.get(), asked, content)
                : urls.videos(root, clips, asked, content);
    }

    private RemoteError failure(JsonNode root, Optional<String> reason) {
        RemoteError error = RemoteErrors.of(root, words);
        return error.message().isBlank() && reason.isPresent()
                ? new RemoteError(words.said(reason.get(), 1000), error.code(), error.type())
                : error;
    }

    private static Optional<RawText> echo(JsonNode node, String field) {
        return Texts.of(node.path(field))
                .filter(text -> text.length() <= LONGEST_ECHO)
                .map(RawText::new);
    }

    private static JsonPointer pointer(String text) {
        try {
            return JsonPointer.compile(text.strip());
        } catch (IllegalArgumentException e) {
            throw VideogenException.invalid("malformed_artifact_pointer")
                    .says("The artifactPointer \"%s\" is not a JSON pointer. Write it like /data/video/url.", text);
        }
    }
}
