package io.jenkins.plugins.videogen.execution;

import io.jenkins.plugins.videogen.workspace.ReferenceLine;
import io.videogen.core.request.FieldType;
import io.videogen.core.request.VideoField;
import java.util.List;

/**
 * What a user has set for one video, in a pipeline or in a form; {@code null} is what is not set. This package knows the
 * step by it alone, but for the field in which {@link GenerateVideoExecution} keeps the step on disk.
 */
public interface Parameters {
    /** A field of the video as the user gave it. */
    Object value(VideoField field);

    String getPrompt();

    /** The pictures, clips or sounds that a field names; none where it names none. */
    default List<ReferenceLine> references(VideoField field) {
        if (field.type().isText() || value(field) == null) {
            return List.of();
        }
        String text = value(field).toString();
        return field.type() != FieldType.ROLE_REFERENCES
                ? List.of(ReferenceLine.of(text))
                : text.lines()
                        .map(String::trim)
                        .filter(line -> !line.isEmpty())
                        .map(ReferenceLine::parse)
                        .toList();
    }

    String getEncoding();

    /** Name or URL. */
    String getEndpoint();

    String getApi();

    String getCredentialsId();

    int getTimeoutMinutes();

    /** The path in the workspace as it was given. */
    String getFile();

    /** The path in the workspace that the clip is written to. */
    String fileOrDefault();

    String getDownloadVia();

    boolean isArchive();

    boolean isCancelOnAbort();

    /** Whether an earlier submission whose outcome is not known may be bought anew. */
    boolean isResubmit();

    /** Whether to buy anew whatever there is. */
    boolean isRefresh();

    /** The job to fetch instead of creating one. */
    String getJobId();

    /** Whether only to tell what would be bought. */
    boolean isPlan();

    boolean isQuiet();
}
