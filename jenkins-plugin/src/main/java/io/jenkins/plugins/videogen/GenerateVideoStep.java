package io.jenkins.plugins.videogen;

import hudson.Extension;
import hudson.FilePath;
import hudson.Util;
import hudson.model.Item;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.ComboBoxModel;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.videogen.config.Forms;
import io.jenkins.plugins.videogen.execution.GenerateVideoExecution;
import io.jenkins.plugins.videogen.execution.Parameters;
import io.jenkins.plugins.videogen.workspace.WorkspacePath;
import io.videogen.core.request.VideoField;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.sf.json.JSONObject;
import org.jenkinsci.plugins.structs.describable.CustomDescribableModel;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;
import org.jenkinsci.plugins.workflow.steps.MissingContextVariableException;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/**
 * The pipeline step {@code generateVideo}: the parameters of one video.
 *
 * <p>It is written into the program of a running build with {@link GenerateVideoExecution}, so every field is a type of
 * the JDK, and none of them is a token.
 */
public final class GenerateVideoStep extends Step implements Parameters, Serializable {
    private static final long serialVersionUID = 1L;

    /** Where the clip goes inside {@code node} unless the step says otherwise. */
    public static final String DEFAULT_FILE = "video.mp4";

    private static final int DEFAULT_TIMEOUT_MINUTES = 30;

    private final String prompt;
    private String file;
    private String model;
    private String seconds;
    private String size;
    private String aspectRatio;
    private String resolution;
    private String negativePrompt;
    private Boolean audio;
    private String inputReference;
    private String firstFrame;
    private String lastFrame;
    private String references;
    private Boolean watermark;
    private Boolean privateVideo;
    private String characterUrl;
    private String characterTimestamps;
    private Integer fps;
    private Integer n;
    private Long seed;
    private String user;
    private String responseFormat;
    private String metadata;
    private String options;
    private String encoding;
    private String endpoint;
    private String api;
    private String credentialsId;
    private int timeoutMinutes = DEFAULT_TIMEOUT_MINUTES;
    private boolean archive;
    private boolean cancelOnAbort = true;
    private boolean resubmit;
    private boolean quiet;
    private String downloadVia;
    private boolean refresh;
    private String jobId;
    private boolean plan;

    /** @param prompt may be missing where {@link #setJobId} names a job */
    @DataBoundConstructor
    public GenerateVideoStep(String prompt) {
        this.prompt = prompt;
    }

    @Override
    public StepExecution start(StepContext context) throws Exception {
        boolean inNode = context.get(FilePath.class) != null;
        if (!inNode && needsWorkspace()) {
            throw new MissingContextVariableException(FilePath.class, getDescriptor());
        }
        return new GenerateVideoExecution(context, this, inNode && !plan ? fileOrDefault() : null);
    }

    @Override
    public String fileOrDefault() {
        return file == null ? DEFAULT_FILE : file;
    }

    private boolean needsWorkspace() {
        return !plan && (file != null || archive)
                || Stream.of(VideoField.values())
                        .flatMap(field -> references(field).stream())
                        .anyMatch(reference -> !reference.isUrl());
    }

    @Override
    public Object value(VideoField field) {
        return switch (field) {
            case PROMPT -> prompt;
            case MODEL -> model;
            case SECONDS -> seconds;
            case SIZE -> size;
            case ASPECT_RATIO -> aspectRatio;
            case RESOLUTION -> resolution;
            case NEGATIVE_PROMPT -> negativePrompt;
            case AUDIO -> audio;
            case INPUT_REFERENCE -> inputReference;
            case FIRST_FRAME -> firstFrame;
            case LAST_FRAME -> lastFrame;
            case REFERENCES -> references;
            case CONTINUES -> null;
            case WATERMARK -> watermark;
            case PRIVATE -> privateVideo;
            case CHARACTER_URL -> characterUrl;
            case CHARACTER_TIMESTAMPS -> characterTimestamps;
            case FPS -> fps;
            case N -> n;
            case SEED -> seed;
            case USER -> user;
            case RESPONSE_FORMAT -> responseFormat;
            case METADATA -> metadata;
            case OPTIONS -> options;
        };
    }

    @Override
    public String getPrompt() {
        return prompt;
    }

    @Override
    public String getFile() {
        return file;
    }

    @DataBoundSetter
    public void setFile(String file) {
        this.file = Util.fixEmptyAndTrim(file);
    }

    public String getModel() {
        return model;
    }

    @DataBoundSetter
    public void setModel(String model) {
        this.model = Util.fixEmptyAndTrim(model);
    }

    public String getSeconds() {
        return seconds;
    }

    @DataBoundSetter
    public void setSeconds(String seconds) {
        this.seconds = Util.fixEmptyAndTrim(seconds);
    }

    public String getSize() {
        return size;
    }

    @DataBoundSetter
    public void setSize(String size) {
        this.size = Util.fixEmptyAndTrim(size);
    }

    public String getAspectRatio() {
        return aspectRatio;
    }

    @DataBoundSetter
    public void setAspectRatio(String aspectRatio) {
        this.aspectRatio = Util.fixEmptyAndTrim(aspectRatio);
    }

    public String getResolution() {
        return resolution;
    }

    @DataBoundSetter
    public void setResolution(String resolution) {
        this.resolution = Util.fixEmptyAndTrim(resolution);
    }

    public String getNegativePrompt() {
        return negativePrompt;
    }

    @DataBoundSetter
    public void setNegativePrompt(String negativePrompt) {
        this.negativePrompt = Util.fixEmptyAndTrim(negativePrompt);
    }

    public Boolean getAudio() {
        return audio;
    }

    @DataBoundSetter
    public void setAudio(Boolean audio) {
        this.audio = audio;
    }

    public String getInputReference() {
        return inputReference;
    }

    @DataBoundSetter
    public void setInputReference(String inputReference) {
        this.inputReference = Util.fixEmptyAndTrim(inputReference);
    }

    public String getFirstFrame() {
        return firstFrame;
    }

    @DataBoundSetter
    public void setFirstFrame(String firstFrame) {
        this.firstFrame = Util.fixEmptyAndTrim(firstFrame);
    }

    public String getLastFrame() {
        return lastFrame;
    }

    @DataBoundSetter
    public void setLastFrame(String lastFrame) {
        this.lastFrame = Util.fixEmptyAndTrim(lastFrame);
    }

    public String getReferences() {
        return references;
    }

    /** Takes a list, or text with one reference a line, as {@link #setMetadata}. */
    @DataBoundSetter
    public void setReferences(Object references) {
        this.references = ReferenceLines.of(references);
    }

    public Boolean getWatermark() {
        return watermark;
    }

    @DataBoundSetter
    public void setWatermark(Boolean watermark) {
        this.watermark = watermark;
    }

    public Boolean getPrivateVideo() {
        return privateVideo;
    }

    @DataBoundSetter
    public void setPrivateVideo(Boolean privateVideo) {
        this.privateVideo = privateVideo;
    }

    public String getCharacterUrl() {
        return characterUrl;
    }

    @DataBoundSetter
    public void setCharacterUrl(String characterUrl) {
        this.characterUrl = Util.fixEmptyAndTrim(characterUrl);
    }

    public String getCharacterTimestamps() {
        return characterTimestamps;
    }

    @DataBoundSetter
    public void setCharacterTimestamps(String characterTimestamps) {
        this.characterTimestamps = Util.fixEmptyAndTrim(characterTimestamps);
    }

    public Integer getFps() {
        return fps;
    }

    @DataBoundSetter
    public void setFps(Integer fps) {
        this.fps = fps;
    }

    public Integer getN() {
        return n;
    }

    @DataBoundSetter
    public void setN(Integer n) {
        this.n = n;
    }

    public Long getSeed() {
        return seed;
    }

    @DataBoundSetter
    public void setSeed(Long seed) {
        this.seed = seed;
    }

    public String getUser() {
        return user;
    }

    @DataBoundSetter
    public void setUser(String user) {
        this.user = Util.fixEmptyAndTrim(user);
    }

    public String getResponseFormat() {
        return responseFormat;
    }

    @DataBoundSetter
    public void setResponseFormat(String responseFormat) {
        this.responseFormat = Util.fixEmptyAndTrim(responseFormat);
    }

    public String getMetadata() {
        return metadata;
    }

    /** Takes a map of the pipeline or JSON text; an {@code Object} because Jenkins picks one setter by name. */
    @DataBoundSetter
    public void setMetadata(Object metadata) {
        this.metadata = JsonText.of("metadata", metadata);
    }

    public String getOptions() {
        return options;
    }

    /** Takes a map of the pipeline or JSON text, as {@link #setMetadata}. */
    @DataBoundSetter
    public void setOptions(Object options) {
        this.options = JsonText.of("options", options);
    }

    @Override
    public String getEncoding() {
        return encoding;
    }

    @DataBoundSetter
    public void setEncoding(String encoding) {
        this.encoding = Util.fixEmptyAndTrim(encoding);
    }

    @Override
    public String getEndpoint() {
        return endpoint;
    }

    @DataBoundSetter
    public void setEndpoint(String endpoint) {
        this.endpoint = Util.fixEmptyAndTrim(endpoint);
    }

    @Override
    public String getApi() {
        return api;
    }

    @DataBoundSetter
    public void setApi(String api) {
        this.api = Util.fixEmptyAndTrim(api);
    }

    @Override
    public String getCredentialsId() {
        return credentialsId;
    }

    @DataBoundSetter
    public void setCredentialsId(String credentialsId) {
        this.credentialsId = Util.fixEmptyAndTrim(credentialsId);
    }

    @Override
    public int getTimeoutMinutes() {
        return timeoutMinutes;
    }

    @DataBoundSetter
    public void setTimeoutMinutes(int timeoutMinutes) {
        this.timeoutMinutes = timeoutMinutes;
    }

    @Override
    public boolean isArchive() {
        return archive;
    }

    @DataBoundSetter
    public void setArchive(boolean archive) {
        this.archive = archive;
    }

    @Override
    public boolean isCancelOnAbort() {
        return cancelOnAbort;
    }

    @DataBoundSetter
    public void setCancelOnAbort(boolean cancelOnAbort) {
        this.cancelOnAbort = cancelOnAbort;
    }

    @Override
    public boolean isResubmit() {
        return resubmit;
    }

    @DataBoundSetter
    public void setResubmit(boolean resubmit) {
        this.resubmit = resubmit;
    }

    @Override
    public boolean isRefresh() {
        return refresh;
    }

    @DataBoundSetter
    public void setRefresh(boolean refresh) {
        this.refresh = refresh;
    }

    @Override
    public String getJobId() {
        return jobId;
    }

    @DataBoundSetter
    public void setJobId(String jobId) {
        this.jobId = Util.fixEmptyAndTrim(jobId);
    }

    @Override
    public boolean isPlan() {
        return plan;
    }

    @DataBoundSetter
    public void setPlan(boolean plan) {
        this.plan = plan;
    }

    @Override
    public String getDownloadVia() {
        return downloadVia;
    }

    @DataBoundSetter
    public void setDownloadVia(String downloadVia) {
        this.downloadVia = Util.fixEmptyAndTrim(downloadVia);
    }

    @Override
    public boolean isQuiet() {
        return quiet;
    }

    @DataBoundSetter
    public void setQuiet(boolean quiet) {
        this.quiet = quiet;
    }

    /** Forms, help and name of the step. */
    @Extension
    public static final class DescriptorImpl extends StepDescriptor implements CustomDescribableModel {
        private static final int LONGEST_SHOWN_PROMPT = 80;

        @Override
        public String getFunctionName() {
            return "generateVideo";
        }

        @Override
        public String getDisplayName() {
            return Messages.GenerateVideoStep_DisplayName();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, TaskListener.class);
        }

        @Override
        public String argumentsToString(Map<String, Object> namedArgs) {
            Object shown = namedArgs.getOrDefault("prompt", namedArgs.get("jobId"));
            if (shown == null) {
                return null;
            }
            String text = shown.toString();
            return text.length() <= LONGEST_SHOWN_PROMPT ? text : text.substring(0, LONGEST_SHOWN_PROMPT - 1) + "…";
        }

        @Override
        public Map<String, Object> customInstantiate(Map<String, Object> arguments) {
            return StepArguments.checked(arguments);
        }

        /** By name: on its way here the order was lost, and snippets would look different each time. */
        @Override
        public UninstantiatedDescribable customUninstantiate(UninstantiatedDescribable snippet) {
            return snippet.withArguments(new TreeMap<>(snippet.getArguments()));
        }

        /** A blank field of the form counts as unset; Stapler would make {@code false} or 0 of some. */
        @Override
        public Step newInstance(StaplerRequest2 request, JSONObject form) throws FormException {
            for (Object field : new ArrayList<Object>(form.keySet())) {
                String name = field.toString();
                if ("".equals(form.get(name))) {
                    form.remove(name);
                }
            }
            return super.newInstance(request, form);
        }

        @POST
        public ListBoxModel doFillCredentialsIdItems(
                @AncestorInPath Item item, @QueryParameter String credentialsId, @QueryParameter String endpoint) {
            return Forms.credentials(item, Forms.urlOf(item, endpoint), credentialsId);
        }

        @POST
        public FormValidation doCheckCredentialsId(
                @AncestorInPath Item item, @QueryParameter String value, @QueryParameter String endpoint) {
            return Forms.checkCredentials(item, Forms.urlOf(item, endpoint), value);
        }

        @POST
        public ListBoxModel doFillApiItems() {
            ListBoxModel items = Forms.choices(Messages.GenerateVideoStep_FromEndpoint());
            items.addAll(Forms.apis());
            return items;
        }

        @POST
        public ListBoxModel doFillEncodingItems() {
            return Forms.choices("auto", "json", "multipart");
        }

        @POST
        public ListBoxModel doFillAudioItems() {
            return Forms.choices(Messages.GenerateVideoStep_Unset(), "true", "false");
        }

        @POST
        public ListBoxModel doFillDownloadViaItems() {
            return Forms.choices("auto", "agent", "controller");
        }

        @POST
        public ListBoxModel doFillWatermarkItems() {
            return Forms.choices(Messages.GenerateVideoStep_Unset(), "true", "false");
        }

        @POST
        public ListBoxModel doFillPrivateVideoItems() {
            return Forms.choices(Messages.GenerateVideoStep_Unset(), "true", "false");
        }

        @POST
        public FormValidation doCheckPrompt(
                @AncestorInPath Item item, @QueryParameter String value, @QueryParameter String jobId) {
            boolean missing = Util.fixEmptyAndTrim(value) == null && Util.fixEmptyAndTrim(jobId) == null;
            return Forms.check(
                    item, () -> missing ? Optional.of(Messages.GenerateVideoStep_PromptMissing()) : Optional.empty());
        }

        @POST
        public FormValidation doCheckFile(@AncestorInPath Item item, @QueryParameter String value) {
            return Forms.check(item, () -> WorkspacePath.problem(Util.fixEmptyAndTrim(value)));
        }

        @POST
        public FormValidation doCheckMetadata(@AncestorInPath Item item, @QueryParameter String value) {
            return Forms.check(item, () -> JsonText.problem("metadata", Util.fixEmptyAndTrim(value)));
        }

        @POST
        public FormValidation doCheckOptions(@AncestorInPath Item item, @QueryParameter String value) {
            return Forms.check(item, () -> JsonText.problem("options", Util.fixEmptyAndTrim(value)));
        }

        @POST
        public ComboBoxModel doFillEndpointItems(@AncestorInPath Item item) {
            return Forms.endpoints(item);
        }

        @POST
        public FormValidation doCheckEndpoint(@AncestorInPath Item item, @QueryParameter String value) {
            return Forms.checkEndpoint(item, value);
        }
    }
}
