package io.videogen.preview.draw;

import io.videogen.preview.clip.ClipSize;
import io.videogen.preview.clip.ClipSpec;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Properties;

/**
 * What the forked JVM is asked for, as the text of a properties file.
 *
 * @param spec what to draw
 * @param still a JPEG in place of a clip
 * @param target where to
 */
public record DrawingRequest(ClipSpec spec, boolean still, Path target) {
    /** As text. */
    public String format() throws IOException {
        Properties properties = new Properties();
        properties.setProperty("prompt", spec.prompt());
        properties.setProperty("model", spec.model());
        properties.setProperty("width", Integer.toString(spec.size().width()));
        properties.setProperty("height", Integer.toString(spec.size().height()));
        properties.setProperty("seconds", Double.toString(spec.seconds()));
        properties.setProperty("index", Integer.toString(spec.index()));
        properties.setProperty("count", Integer.toString(spec.count()));
        properties.setProperty("still", Boolean.toString(still));
        properties.setProperty("target", target.toString());
        StringWriter text = new StringWriter();
        properties.store(text, null);
        return text.toString();
    }

    /** From text. */
    public static DrawingRequest parse(String text) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(text));
        ClipSpec spec = new ClipSpec(
                properties.getProperty("prompt"),
                properties.getProperty("model"),
                new ClipSize(number(properties, "width"), number(properties, "height")),
                Double.parseDouble(properties.getProperty("seconds")),
                number(properties, "index"),
                number(properties, "count"));
        return new DrawingRequest(
                spec, Boolean.parseBoolean(properties.getProperty("still")), Path.of(properties.getProperty("target")));
    }

    private static int number(Properties properties, String name) {
        return Integer.parseInt(properties.getProperty(name));
    }
}
