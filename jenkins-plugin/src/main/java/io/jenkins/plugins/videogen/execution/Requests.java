package io.jenkins.plugins.videogen.execution;

import hudson.AbortException;
import io.jenkins.plugins.videogen.GenerateVideoStep;
import io.jenkins.plugins.videogen.Messages;
import io.jenkins.plugins.videogen.workspace.ReadFromWorkspace;
import io.jenkins.plugins.videogen.workspace.WorkspaceException;
import io.videogen.core.request.Reference;
import io.videogen.core.request.VideoField;
import io.videogen.core.request.VideoRequest;
import io.videogen.core.request.VideoRequestBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Makes core's request of a step's parameters. */
final class Requests {
    private static final Logger LOGGER = Logger.getLogger(Requests.class.getName());

    private Requests() {}

    /** @param reference the reference image, or {@code null} if there is none or it is not needed any more */
    static VideoRequest of(GenerateVideoStep step, Reference reference) {
        VideoRequestBuilder request = VideoRequest.builder(step.getPrompt());
        for (VideoField field : VideoField.values()) {
            if (field.type().isText()) {
                request.set(field, step.value(field));
            }
        }
        if (reference != null) {
            request.reference(reference);
        }
        return request.build();
    }

    /**
     * Finds the reference image of a step. A file of the workspace is copied to this machine, because the request is
     * sent from here; {@link #discard} deletes the copy.
     */
    static Reference reference(String text, BuildAccess build) throws IOException, InterruptedException {
        if (text.regionMatches(true, 0, "data:", 0, 5)) {
            return new Reference.Data(text);
        }
        if (GenerateVideoStep.isUrl(text)) {
            try {
                return new Reference.Link(new URI(text));
            } catch (URISyntaxException e) {
                throw new AbortException(Messages.Requests_ReferenceNotAUrl(text.replaceAll("[?#].*", "")));
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

    /** Deletes what {@link #reference} copied; {@code null} and other references are left alone. */
    static void discard(Reference reference) {
        if (reference instanceof Reference.LocalFile copy) {
            delete(copy.path());
        }
    }

    /** Deletes what {@link #reference} copied for a request. */
    static void discard(VideoRequest request) {
        request.references().forEach(Requests::discard);
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
