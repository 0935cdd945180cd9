package io.videogen.preview;

import io.videogen.preview.api.Links;
import io.videogen.preview.api.RefusalException;
import io.videogen.preview.api.RefusalException.Reason;
import io.videogen.preview.http.FileReplies;
import io.videogen.preview.http.RecordedRequest;
import io.videogen.preview.http.Reply;
import io.videogen.preview.job.JobView;
import io.videogen.preview.script.Faults;
import io.videogen.preview.script.ReplyMode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Clips and thumbnails, behind {@code /content} and behind result URLs. */
final class ClipReplies {
    private static final Pattern FILE = Pattern.compile("([1-9]\\d?)\\.(mp4|jpg)");
    private static final Pattern SIGNATURE = Pattern.compile("\\d{1,9}");

    private final JobReplies jobs;
    private final Clock clock;
    private final Supplier<String> otherOrigin;

    /**
     * @param otherOrigin of a second server, for clips that another host serves
     */
    ClipReplies(JobReplies jobs, Clock clock, Supplier<String> otherOrigin) {
        this.jobs = jobs;
        this.clock = clock;
        this.otherOrigin = otherOrigin;
    }

    /** {@code /v1/videos/{id}/content}. */
    Reply content(Route route, RecordedRequest request) throws RefusalException, IOException, InterruptedException {
        ScriptedJob job = completed(route);
        if (job.mode() == ReplyMode.URL_AFTER_COMPLETION) {
            throw new RefusalException(Reason.NOT_FOUND, null, "Video content not found.");
        }
        if (job.mode() == ReplyMode.SIGNED_URL_EXPIRED) {
            return Reply.redirect(302, clipUrl(route, request) + "?" + job.newSignature());
        }
        return spoiled(route, request, job, 1);
    }

    /** {@code /v1/videos/{id}/content?variant=thumbnail}. */
    Reply thumbnail(Route route, RecordedRequest request) throws RefusalException, IOException, InterruptedException {
        ScriptedJob job = completed(route);
        String variant = request.parameter("variant").orElse("");
        if (!variant.equals("thumbnail") || !route.api().dialect().managesJobs()) {
            throw new RefusalException(
                    Reason.NOT_FOUND, "variant", "the preview server has no variant '" + variant + "' of this video");
        }
        return picture(request, job, 1);
    }

    /** {@code /files/{id}/{index}.mp4} and {@code .jpg}. */
    Reply file(Route route, RecordedRequest request) throws RefusalException, IOException, InterruptedException {
        ScriptedJob job = completed(route);
        Matcher matcher = FILE.matcher(route.file());
        int index = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
        if (index == 0 || index > job.job().view(clock).request().count()) {
            throw new RefusalException(Reason.NOT_FOUND, null, "no file '" + route.file() + "'");
        }
        if (matcher.group(2).equals("jpg")) {
            return picture(request, job, index);
        }
        if (job.mode() == ReplyMode.SIGNED_URL_EXPIRED && !fresh(request)) {
            return Reply.text(
                    403,
                    "application/xml",
                    "<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>");
        }
        return request.parameter("direct").isPresent()
                ? clip(request, job, index)
                : spoiled(route, request, job, index);
    }

    private static boolean fresh(RecordedRequest request) {
        String signature = request.parameter("signature").orElse("");
        return SIGNATURE.matcher(signature).matches() && Integer.parseInt(signature) > 1;
    }

    private ScriptedJob completed(Route route) throws RefusalException, InterruptedException {
        ScriptedJob job = jobs.find(route.id());
        JobView view = job.job().view(clock);
        if (!view.completed()) {
            throw new RefusalException(
                    Reason.NOT_READY,
                    null,
                    "Video is not ready yet, current status: "
                            + view.state().name().toLowerCase(Locale.ROOT) + ".");
        }
        if (job.mode() == ReplyMode.COMPLETED_WITHOUT_ARTIFACT) {
            throw new RefusalException(Reason.NOT_FOUND, null, "Video content not found.");
        }
        return job;
    }

    private Reply spoiled(Route route, RecordedRequest request, ScriptedJob job, int index) throws IOException {
        int download = job.downloads().incrementAndGet();
        return switch (job.mode()) {
            case CONTENT_REDIRECT ->
                Reply.redirect(302, new Links(otherOrigin.get()).clip(job.job().id(), index) + "?direct=1");
            case CONTENT_JSON -> {
                String url = clipUrl(route, request) + "?direct=1";
                yield Reply.json(200, "{\"url\":\"" + url + "\",\"video_url\":\"" + url + "\",\"size\":\"small\"}");
            }
            case CONTENT_OCTET_STREAM -> clip(request, job, index).header("Content-Type", "application/octet-stream");
            case CONTENT_TRUNCATED -> half(FileReplies.whole(job.job().clip(index), "video/mp4", tag(job, index)));
            case CONTENT_RESUMABLE -> download == 1 ? half(clip(request, job, index)) : clip(request, job, index);
            case CONTENT_FAILS -> Faults.error(502, "server_error", "Failed to fetch video content");
            case GZIP_LABEL -> clip(request, job, index).header("Content-Encoding", "gzip");
            default -> clip(request, job, index);
        };
    }

    private static Reply half(Reply reply) {
        return reply.delivered(reply.delivery().cut(reply.body().length() / 2));
    }

    private static String clipUrl(Route route, RecordedRequest request) {
        return new Links(request.origin() + route.prefix()).clip(route.id(), 1);
    }

    private static Reply clip(RecordedRequest request, ScriptedJob job, int index) throws IOException {
        return FileReplies.of(request, job.job().clip(index), "video/mp4", tag(job, index));
    }

    private static Reply picture(RecordedRequest request, ScriptedJob job, int index) throws IOException {
        Path picture = job.job().thumbnail(index);
        return FileReplies.of(request, picture, "image/jpeg", tag(job, index) + "t");
    }

    private static String tag(ScriptedJob job, int index) {
        return "preview-" + job.job().number() + "-" + index;
    }
}
