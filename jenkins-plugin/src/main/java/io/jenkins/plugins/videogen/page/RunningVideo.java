package io.jenkins.plugins.videogen.page;

import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** One video that a build waits for, as its page shows it. Never written down. */
@ExportedBean(defaultVisibility = 3)
public final class RunningVideo {
    private static final int LONGEST_SHOWN_PROMPT = 120;

    private final String name;
    private final String prompt;
    private final String jobId;
    private final String status;
    private final Integer percent;

    /**
     * @param name where the clip goes, or what it is called
     * @param prompt the prompt as the user wrote it
     * @param jobId {@code null} as long as there is no job
     * @param status the API's word, or what the step is about
     * @param percent {@code null} where the API does not tell
     */
    public RunningVideo(String name, String prompt, String jobId, String status, Integer percent) {
        this.name = name;
        this.prompt = prompt;
        this.jobId = jobId;
        this.status = status;
        this.percent = percent;
    }

    @Exported
    public String getName() {
        return name;
    }

    @Exported
    public String getPrompt() {
        return prompt;
    }

    /** The beginning of the prompt. */
    public String getShortPrompt() {
        return prompt.length() <= LONGEST_SHOWN_PROMPT ? prompt : prompt.substring(0, LONGEST_SHOWN_PROMPT - 1) + "…";
    }

    @Exported
    public String getJobId() {
        return jobId;
    }

    @Exported
    public String getStatus() {
        return status;
    }

    @Exported
    public Integer getPercent() {
        return percent;
    }
}
