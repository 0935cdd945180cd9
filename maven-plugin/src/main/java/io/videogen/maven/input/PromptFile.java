package io.videogen.maven.input;

import io.videogen.core.VideogenException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Reads a prompt from a UTF-8 file. */
final class PromptFile {

    /** No API takes a prompt anywhere near this; a larger file is the wrong file. */
    private static final long MOST_BYTES = 1 << 20;

    private PromptFile() {}

    /** @param base folder that a relative path starts from */
    static String read(String text, Path base) {
        Path file;
        try {
            file = base.resolve(text).normalize();
        } catch (InvalidPathException e) {
            throw invalid("The promptFile \"" + text + "\" is no valid path: " + Texts.whyNoPath(e) + ".");
        }
        if (!Files.isRegularFile(file)) {
            throw invalid("The promptFile \"" + text + "\" is no file (looked for \"" + file + "\").");
        }
        String prompt = content(file);
        if (prompt.isBlank()) {
            throw invalid("The promptFile \"" + file + "\" is empty. Say in it what the video shall show.");
        }
        return prompt;
    }

    private static String content(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw invalid("The promptFile \"" + file + "\" is larger than 1 MiB, so it is hardly a prompt.");
            }
            String prompt = Files.readString(file, StandardCharsets.UTF_8);
            return prompt.startsWith("\uFEFF") ? prompt.substring(1) : prompt;
        } catch (CharacterCodingException e) {
            throw invalid("The promptFile \"" + file + "\" is not UTF-8 text. Save it as UTF-8.");
        } catch (IOException e) {
            throw invalid("The promptFile \"" + file + "\" can not be read: " + e.getMessage() + ".");
        }
    }

    private static VideogenException invalid(String message) {
        return VideogenException.invalid("invalid_promptFile", message);
    }
}
