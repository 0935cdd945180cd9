package io.videogen.core.remote;

import io.videogen.core.api.ApiName;
import io.videogen.core.api.VideoApis;
import io.videogen.core.http.Endpoint;
import io.videogen.core.http.HttpSettings;
import io.videogen.core.http.HttpTransport;
import io.videogen.core.request.Encoding;
import io.videogen.core.request.Reference;
import io.videogen.core.request.VideoField;
import io.videogen.core.request.VideoRequest;
import java.nio.file.Path;
import java.util.Optional;

/** One upload in a small JVM of its own: prints what became of it. */
final class UploadMain {

    private UploadMain() {}

    /** @param arguments API, endpoint and file */
    public static void main(String[] arguments) throws Exception {
        try (HttpTransport transport = new HttpTransport(HttpSettings.defaults())) {
            HttpRemoteJobs jobs = new HttpRemoteJobs(
                    VideoApis.of(ApiName.valueOf(arguments[0])),
                    Endpoint.parse(arguments[1], false),
                    Optional.empty(),
                    transport,
                    Encoding.AUTO,
                    Optional.empty());
            VideoRequest request = VideoRequest.builder("A cat")
                    .model("some-model")
                    .set(VideoField.FIRST_FRAME, new Reference.LocalFile(Path.of(arguments[2])))
                    .build();
            UploadOutcome outcome = jobs.upload(request);
            System.out.println(outcome.getClass().getSimpleName());
            if (outcome instanceof UploadOutcome.Going going) {
                CreateOutcome created = jobs.create(going.request(), "submission-1");
                System.out.println(created.getClass().getSimpleName());
            }
        }
    }
}
