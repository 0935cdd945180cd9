package io.videogen.preview.api;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The APIs that the server speaks. {@code /v1/videos} means something else in each of them. */
public enum Api {
    /** OpenAI's Videos API. */
    OPENAI("openai", new OpenAi()),
    /** lconai, OpenAI's API with fields of its own. */
    LCONAI("lconai", new Lconai()),
    /** new-api; its {@code /v1/video/generations} is served whatever the setting. */
    NEW_API("new-api", new NewApi()),
    /** Yishangyun. */
    YISHANGYUN("yishangyun", new Yishangyun()),
    /** OpenRouter. */
    OPENROUTER("openrouter", new OpenRouter()),
    /** fal's queue. */
    FAL("fal", new Fal()),
    /** Seedance on Ark. */
    ARK("ark", new Ark()),
    /** xAI's Grok Imagine. */
    XAI("xai", new Xai()),
    /** Gemini Omni. */
    GEMINI("gemini", new Gemini()),
    /** Veo on Vertex, by Gemini's word and a path with a project. */
    VERTEX("vertex", new Vertex()),
    /** Replicate. */
    REPLICATE("replicate", new Replicate()),
    /** Runway. */
    RUNWAY("runway", new Runway()),
    /** Wan on DashScope. */
    DASHSCOPE("dashscope", new DashScope()),
    /** Kling. */
    KLING("kling", new Kling()),
    /** MiniMax. */
    MINIMAX("minimax", new MiniMax()),
    /** Vidu. */
    VIDU("vidu", new Vidu());

    private final String wireName;
    private final Dialect dialect;

    Api(String wireName, Dialect dialect) {
        this.wireName = wireName;
        this.dialect = dialect;
    }

    /**
     * @param wireName as in the {@code api} parameter
     * @throws IllegalArgumentException if there is no such API
     */
    public static Api of(String wireName) {
        return Arrays.stream(values())
                .filter(api -> api.wireName.equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("api \"" + wireName + "\" is unknown: use one of "
                        + Arrays.stream(values()).map(Api::toString).collect(Collectors.joining(", "))));
    }

    /** What is spoken on a path: Gemini's word has two protocols. */
    public Api on(String path) {
        return this == GEMINI && path.matches(Vertex.PATH + ".*") ? VERTEX : this;
    }

    /** How it reads and replies. */
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public String toString() {
        return wireName;
    }
}
