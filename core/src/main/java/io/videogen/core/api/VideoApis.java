package io.videogen.core.api;

/** The adapters, by name. */
public final class VideoApis {

    private VideoApis() {}

    public static VideoApi of(ApiName name) {
        return switch (name) {
            case OPENAI -> new OpenAiApi();
            case LCONAI -> new LconaiApi();
            case NEW_API -> new NewApiApi();
            case YISHANGYUN -> new YishangyunApi();
        };
    }
}
