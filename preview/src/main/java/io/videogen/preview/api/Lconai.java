package io.videogen.preview.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.preview.http.Incoming;
import io.videogen.preview.http.Reply;
import io.videogen.preview.job.JobRequest;
import io.videogen.preview.job.JobState;
import io.videogen.preview.job.JobView;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** lconai: OpenAI's object with {@code processing} for running, numeric error codes and character fields. */
final class Lconai implements Dialect {
    private static final Set<String> PRO_SIZES = Set.of("1024x1792", "1792x1024");
    private static final Pattern TIMESTAMPS = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?),(\\d{1,9}(?:\\.\\d{1,9})?)");

    @Override
    public JobRequest read(Incoming incoming) throws RefusalException {
        Fields fields = new Fields(incoming);
        String prompt = fields.prompt();
        String model = fields.required("model");
        String size = fields.text("size", null);
        fields.imageFile("input_reference");
        fields.flag("watermark");
        fields.flag("private");
        if (size != null && PRO_SIZES.contains(size) && !model.equals("sora-2-pro")) {
            throw Fields.invalid("size", "size " + size + " is only available for sora-2-pro");
        }
        character(fields.text("character_url", null), fields.text("character_timestamps", null));
        return fields.request(prompt, model, size, fields.text("seconds", null), 1);
    }

    private static void character(String url, String timestamps) throws RefusalException {
        if ((url == null) != (timestamps == null)) {
            throw Fields.invalid("character_url", "character_url and character_timestamps must be given together");
        }
        if (timestamps == null) {
            return;
        }
        Matcher matcher = TIMESTAMPS.matcher(timestamps);
        double length =
                matcher.matches() ? Double.parseDouble(matcher.group(2)) - Double.parseDouble(matcher.group(1)) : -1;
        if (length < 1 || length > 3) {
            throw Fields.invalid(
                    "character_timestamps", "character_timestamps must be {start},{end}, 1 to 3 seconds apart");
        }
    }

    @Override
    public String newId() {
        return "video_" + OpenAi.hex() + OpenAi.hex().substring(0, 16);
    }

    @Override
    public ObjectNode created(JobView job) {
        return video(job);
    }

    @Override
    public ObjectNode status(JobView job, Links links) {
        return video(job);
    }

    /** The reply of its page: twelve fields, without the prompt. */
    private static ObjectNode video(JobView job) {
        ObjectNode video = OpenAi.video(job);
        video.remove("prompt");
        if (job.state() == JobState.RUNNING) {
            video.put("status", "processing");
        }
        return video;
    }

    @Override
    public boolean managesJobs() {
        return false;
    }

    @Override
    public Reply refuse(RefusalException refusal) {
        String type =
                switch (refusal.reason()) {
                    case UNAUTHORIZED -> "authentication_error";
                    case RATE_LIMITED -> "rate_limit_error";
                    case INTERNAL -> "api_error";
                    case QUOTA -> "insufficient_quota";
                    default -> "invalid_request";
                };
        int status = refusal.reason().status();
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        reply.putObject("error")
                .put("message", refusal.getMessage())
                .put("type", type)
                .put("code", status);
        return Reply.json(status, reply.toString());
    }
}
