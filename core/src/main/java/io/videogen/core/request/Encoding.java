package io.videogen.core.request;

import io.videogen.core.VideogenException;
import java.util.Arrays;
import java.util.Locale;

/** How a create request is encoded on the wire. */
public enum Encoding {
    /** JSON without a file, multipart with one, unless the API has only one of the two. */
    AUTO,
    JSON,
    MULTIPART;

    /** Reads {@code auto}, {@code json} or {@code multipart}, ignoring case. */
    public static Encoding parse(String text) {
        String wanted = text.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(encoding -> encoding.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> VideogenException.invalid("invalid_encoding")
                        .says("The encoding \"%s\" is not known. Use \"auto\", \"json\" or \"multipart\".", text));
    }
}
