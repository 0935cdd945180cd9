package io.videogen.core.api;

import io.videogen.core.VideogenException;
import io.videogen.core.advice.Message;
import io.videogen.core.request.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The remote APIs that are spoken. */
public enum ApiName {
    /** OpenAI's Videos API, the dialect of most gateways: {@code /v1/videos}. */
    OPENAI("openai"),
    /** lconai: {@code /v1/videos} with watermark, private and character fields. */
    LCONAI("lconai"),
    /** new-api: {@code /v1/video/generations} (Kling, Jimeng and Vidu channels). */
    NEW_API("new-api"),
    /** Yishangyun: {@code /v1/videos} with task ids and result URLs. */
    YISHANGYUN("yishangyun"),
    /** OpenRouter: {@code /api/v1/videos}. */
    OPENROUTER("openrouter"),
    /** fal's queue: the model is the path. */
    FAL("fal"),
    /** Seedance on BytePlus and Volcengine Ark. */
    ARK("ark"),
    /** xAI's Grok Imagine. */
    XAI("xai"),
    /** Gemini Omni over {@code /v1beta/interactions}. */
    GEMINI("gemini"),
    /** Veo on Vertex: Gemini's word, with an endpoint of Vertex. */
    VERTEX("gemini", "gemini on Vertex"),
    /** Replicate's predictions. */
    REPLICATE("replicate"),
    /** Runway. */
    RUNWAY("runway"),
    /** Wan on Alibaba's DashScope. */
    DASHSCOPE("dashscope"),
    /** Kling's own API. */
    KLING("kling"),
    /** MiniMax: Hailuo and H3. */
    MINIMAX("minimax"),
    /** Vidu. */
    VIDU("vidu");

    private final String word;
    private final String label;

    ApiName(String word) {
        this(word, word);
    }

    ApiName(String word, String label) {
        this.word = word;
        this.label = label;
    }

    /** Those that have a word of their own, to choose from. */
    public static List<ApiName> chosen() {
        return Arrays.stream(values()).filter(api -> api.word.equals(api.label)).toList();
    }

    /** What it is called where the word alone would not tell it apart. */
    public String label() {
        return label;
    }

    /** The word users write. */
    public String word() {
        return word;
    }

    /** A switch, because references to constructors would be made for all of them at each start. */
    VideoApi adapter() {
        return switch (this) {
            case OPENAI -> new OpenAiApi();
            case LCONAI -> new LconaiApi();
            case NEW_API -> new NewApiApi();
            case YISHANGYUN -> new YishangyunApi();
            case OPENROUTER -> new OpenRouterApi();
            case FAL -> new FalApi();
            case ARK -> new ArkApi();
            case XAI -> new XaiApi();
            case GEMINI -> new GeminiApi();
            case VERTEX -> new VertexApi();
            case REPLICATE -> new ReplicateApi();
            case RUNWAY -> new RunwayApi();
            case DASHSCOPE -> new DashScopeApi();
            case KLING -> new KlingApi();
            case MINIMAX -> new MiniMaxApi();
            case VIDU -> new ViduApi();
        };
    }

    public static ApiName parse(String text) {
        return chosen().stream()
                .filter(api -> api.word.equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(() -> unknown(text));
    }

    private static VideogenException unknown(String text) {
        List<String> words = chosen().stream().map(ApiName::word).toList();
        return VideogenException.invalid("unknown_api")
                .says(
                        "The api \"%s\" is not known.%s Use one of %s.",
                        text,
                        Nearest.to(text, words)
                                .map(nearest -> Message.text(" Did you mean \"%s\"?", nearest))
                                .orElse(""),
                        words.stream().collect(Collectors.joining("\", \"", "\"", "\"")));
    }
}
