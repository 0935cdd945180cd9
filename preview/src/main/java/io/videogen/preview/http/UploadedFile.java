package io.videogen.preview.http;

/**
 * A file part of a multipart request; its bytes are counted and digested, not kept.
 *
 * @param field name of the form field
 * @param fileName as sent, after unescaping
 * @param contentType of the part, empty if it had none
 * @param bytes length
 * @param sha256 lower-case hexadecimal
 */
public record UploadedFile(String field, String fileName, String contentType, long bytes, String sha256) {}
