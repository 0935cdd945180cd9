package io.jenkins.plugins.videogen.execution;

import hudson.AbortException;
import hudson.Util;
import io.jenkins.plugins.videogen.Messages;
import io.jenkins.plugins.videogen.config.VideoDefaults;
import io.jenkins.plugins.videogen.workspace.ReadFromWorkspace;
import io.jenkins.plugins.videogen.workspace.ReferenceLine;
import io.jenkins.plugins.videogen.workspace.WorkspaceException;
import io.videogen.core.http.Endpoint;
import io.videogen.core.request.FieldType;
import io.videogen.core.request.Reference;
import io.videogen.core.request.RoleReference;
import io.videogen.core.request.VideoField;
import io.videogen.core.request.VideoRequest;
import io.videogen.core.request.VideoRequestBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Makes core's request of a step's parameters. */
final class Requests {
    private static final Logger LOGGER = Logger.getLogger(Requests.class.getName());

    private Requests() {}

    /** @param references as {@link #references} found them; none once they are not needed any more */
    static VideoRequest of(Parameters step, Map<VideoField, List<Object>> references, VideoDefaults defaults) {
        // Of a job that exists, what was asked for need not be known.
        boolean isNamed = step.getJobId() != null && Util.fixEmptyAndTrim(step.getPrompt()) == null;
        VideoRequestBuilder request = VideoRequest.builder(isNamed ? "job " + step.getJobId() : step.getPrompt());
        for (VideoField field : VideoField.values()) {
            if (field.type().isText() && !(isNamed && field == VideoField.PROMPT)) {
                Object value = step.value(field);
                request.set(field, value == null ? defaults.of(field) : value);
            }
        }
        references.forEach(
                (field, found) -> request.set(field, field.type() == FieldType.REFERENCE ? found.get(0) : found));
        return request.build();
    }

    /**
     * Finds the pictures, clips and sounds of a step. Files of the workspace are copied to this machine, because the
     * request is sent from here; {@link #discard} deletes the copies.
     */
    static Map<VideoField, List<Object>> references(Parameters step, BuildAccess build)
            throws IOException, InterruptedException {
        Map<VideoField, List<Object>> found = new EnumMap<>(VideoField.class);
        try {
            for (VideoField field : VideoField.values()) {
                for (ReferenceLine line : step.references(field)) {
                    Reference reference = reference(line, build);
                    found.computeIfAbsent(field, ignored -> new ArrayList<>())
                            .add(
                                    field.type() == FieldType.ROLE_REFERENCES
                                            ? new RoleReference(reference, line.role())
                                            : reference);
                }
            }
            return found;
        } catch (RuntimeException | IOException | InterruptedException e) {
            discard(found);
            throw e;
        }
    }

    private static Reference reference(ReferenceLine line, BuildAccess build) throws IOException, InterruptedException {
        String text = line.file();
        if (line.isData()) {
            return new Reference.Data(text);
        }
        if (line.isUrl()) {
            try {
                return new Reference.Link(new URI(text));
            } catch (URISyntaxException e) {
                throw new AbortException(Messages.Requests_ReferenceNotAUrl(Endpoint.shown(text)));
            }
        }
        byte[] content;
        try {
            content = build.workspace().act(new ReadFromWorkspace(text));
        } catch (IOException e) {
            throw WorkspaceException.of(e);
        }
        Path folder = Files.createTempDirectory("videogen-reference");
        // The name tells the API the type of the image.
        Path copy = folder.resolve(text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1));
        try {
            return new Reference.LocalFile(Files.write(copy, content));
        } catch (IOException e) {
            delete(copy);
            throw e;
        }
    }

    /** Deletes what {@link #references} copied; other references are left alone. */
    static void discard(Map<VideoField, ?> references) {
        references.values().forEach(Requests::discard);
    }

    /** Deletes what {@link #references} copied for a request. */
    static void discard(VideoRequest request) {
        discard(request.values());
    }

    private static void discard(Object value) {
        if (value instanceof List<?> list) {
            list.forEach(Requests::discard);
        } else if (value instanceof RoleReference reference) {
            discard(reference.reference());
        } else if (value instanceof Reference.LocalFile copy) {
            delete(copy.path());
        }
    }

    private static void delete(Path copy) {
        try {
            Files.deleteIfExists(copy);
            Path folder = copy.getParent();
            if (folder != null) {
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "a copied reference image stays behind", e);
        }
    }
}
