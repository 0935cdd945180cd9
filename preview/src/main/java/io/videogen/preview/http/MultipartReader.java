package io.videogen.preview.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Reads {@code multipart/form-data} (RFC 7578) as a stream: fields are kept as text, files are only digested. Takes what
 * the sources send too: unquoted names and a semicolon at the end of Content-Disposition.
 */
final class MultipartReader {
    private static final int MAX_PARTS = 200;
    private static final int MAX_HEADER_LINE = 16 << 10;
    private static final int MAX_FIELD = 32 << 20;

    private final InputStream in;
    private final byte[] delimiter;
    private final List<Map.Entry<String, String>> fields = new ArrayList<>();
    private final List<UploadedFile> files = new ArrayList<>();

    MultipartReader(InputStream in, String contentType) throws IOException {
        String boundary = HeaderParameters.of(contentType).get("boundary");
        if (boundary == null || boundary.isEmpty() || boundary.length() > 200) {
            throw new UnreadableRequestException(400, "multipart/form-data without a usable boundary");
        }
        this.in = new BufferedInputStream(in, 1 << 16);
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Text fields in the order sent. */
    List<Map.Entry<String, String>> fields() {
        return fields;
    }

    List<UploadedFile> files() {
        return files;
    }

    void read() throws IOException {
        // The first boundary may open the body, so the line break before it counts as read.
        copyToDelimiter(OutputStream.nullOutputStream(), 2);
        for (int parts = 0; !atEnd(); parts++) {
            if (parts == MAX_PARTS) {
                throw new UnreadableRequestException(413, "more than " + MAX_PARTS + " parts");
            }
            readPart();
        }
    }

    private boolean atEnd() throws IOException {
        String rest = line();
        if (rest.strip().equals("--")) {
            return true;
        }
        if (!rest.isBlank()) {
            throw new UnreadableRequestException(400, "text after a multipart boundary");
        }
        return false;
    }

    private void readPart() throws IOException {
        String disposition = "";
        String type = "";
        for (String header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            String name = colon < 0 ? header : header.substring(0, colon).strip();
            if (name.equalsIgnoreCase("Content-Disposition")) {
                disposition = header.substring(colon + 1).strip();
            } else if (name.equalsIgnoreCase("Content-Type")) {
                type = header.substring(colon + 1).strip();
            }
        }
        Map<String, String> parameters = HeaderParameters.of(disposition);
        String field = parameters.get("name");
        if (field == null) {
            throw new UnreadableRequestException(400, "a multipart part has no name");
        }
        String fileName = parameters.getOrDefault("filename*", parameters.get("filename"));
        if (fileName == null) {
            ByteArrayOutputStream value = new ByteArrayOutputStream();
            copyToDelimiter(new BoundedOutput(value, MAX_FIELD, "form field \"" + field + "\""), 0);
            fields.add(Map.entry(field, StrictUtf8.decode(value.toByteArray(), "form field \"" + field + "\"")));
        } else {
            MessageDigest digest = sha256();
            CountingOutput counter = new CountingOutput();
            copyToDelimiter(new DigestOutputStream(counter, digest), 0);
            files.add(new UploadedFile(
                    field, fileName, type, counter.count(), HexFormat.of().formatHex(digest.digest())));
        }
    }

    /** A body that is a file by itself. */
    static UploadedFile digest(InputStream body, long most, String type) throws IOException {
        MessageDigest digest = sha256();
        CountingOutput counter = new CountingOutput();
        body.transferTo(new BoundedOutput(new DigestOutputStream(counter, digest), most, "the request body"));
        return new UploadedFile("", "", type, counter.count(), HexFormat.of().formatHex(digest.digest()));
    }

    private void copyToDelimiter(OutputStream to, int alreadyMatched) throws IOException {
        int matched = alreadyMatched;
        while (matched < delimiter.length) {
            int read = in.read();
            if (read < 0) {
                throw new UnreadableRequestException(400, "the multipart body ends before its last boundary");
            }
            if (read == (delimiter[matched] & 0xff)) {
                matched++;
                continue;
            }
            // A carriage return stands only at the front of the delimiter, so no shorter match can be under way.
            to.write(delimiter, 0, matched);
            matched = 0;
            if (read == '\r') {
                matched = 1;
            } else {
                to.write(read);
            }
        }
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(80);
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new UnreadableRequestException(400, "the multipart body ends inside a part's headers");
            }
            if (line.size() == MAX_HEADER_LINE) {
                throw new UnreadableRequestException(413, "a header of a multipart part is too long");
            }
            line.write(read);
        }
        String text = StrictUtf8.decode(line.toByteArray(), "header of a multipart part");
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
