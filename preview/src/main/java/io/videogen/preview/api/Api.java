package io.videogen.preview.api;

import java.util.Arrays;

/** The APIs that the server speaks. {@code /v1/videos} means something else in each of them. */
public enum Api {
    /** OpenAI's Videos API. */
    OPENAI("openai", new OpenAi()),
    /** lconai, OpenAI's API with fields of its own. */
    LCONAI("lconai", new Lconai()),
    /** new-api; its {@code /v1/video/generations} is served whatever the setting. */
    NEW_API("new-api", new NewApi()),
    /** Yishangyun. */
    YISHANGYUN("yishangyun", new Yishangyun());

    private final String wireName;
    private final Dialect dialect;

    Api(String wireName, Dialect dialect) {
        this.wireName = wireName;
        this.dialect = dialect;
    }

    /**
     * @param wireName as in the {@code api} parameter: {@code openai}, {@code lconai}, {@code new-api},
     *     {@code yishangyun}
     * @throws IllegalArgumentException if there is no such API
     */
    public static Api of(String wireName) {
        return Arrays.stream(values())
                .filter(api -> api.wireName.equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "api \"" + wireName + "\" is unknown: use openai, lconai, new-api or yishangyun"));
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
