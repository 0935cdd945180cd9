package io.videogen.store.s3;

import io.videogen.core.shared.OpenedFile;
import io.videogen.core.shared.SharedStorage;
import io.videogen.core.shared.StorageTroubleException;
import io.videogen.core.shared.Versioned;
import io.videogen.core.shared.WriteOutcome;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/** A bucket, or what lies below a prefix of one. One request a call, two where {@link #replace} meets an old Ceph. */
final class S3Storage implements SharedStorage {

    /** A record is a few kilobytes; what is longer is none. */
    private static final int LONGEST = 1 << 20;

    private final S3Client client;
    private final S3Location location;
    private final S3Errors errors;
    /** Ceph 16 compares the version with its quotes against the one without. */
    private volatile boolean unquoted;

    S3Storage(S3Client client, S3Location location) {
        this.client = client;
        this.location = location;
        this.errors = new S3Errors(location);
    }

    @Override
    public Optional<Versioned> read(String name) throws StorageTroubleException {
        try (ResponseInputStream<GetObjectResponse> body =
                client.getObject(get -> get.bucket(location.bucket()).key(key(name)))) {
            byte[] content = body.readNBytes(LONGEST + 1);
            if (content.length > LONGEST) {
                body.abort();
                throw errors.tooLong(name, LONGEST);
            }
            Long length = body.response().contentLength();
            if (length != null && length != content.length) {
                // A connection that breaks passes for the end of the body: the JDK's client does not count.
                throw new EOFException("only " + content.length + " of " + length + " bytes arrived");
            }
            return Optional.of(new Versioned(content, body.response().eTag()));
        } catch (SdkException e) {
            if (errors.isAbsent(e)) {
                return Optional.empty();
            }
            throw errors.trouble(e);
        } catch (IOException e) {
            throw errors.trouble(e);
        }
    }

    @Override
    public WriteOutcome claim(String name, byte[] content) {
        try {
            return written(client.putObject(put(name, content).ifNoneMatch("*").build(), RequestBody.fromBytes(content))
                    .eTag());
        } catch (SdkException e) {
            return errors.outcome(e);
        }
    }

    @Override
    public WriteOutcome replace(String name, String version, byte[] content) {
        WriteOutcome outcome = replaceIf(name, unquoted ? withoutQuotes(version) : version, content);
        if (outcome instanceof WriteOutcome.Refused && !unquoted && isPresent(name, version)) {
            // Refused although it is the very version that is there: the server does not know it by its quotes.
            outcome = replaceIf(name, withoutQuotes(version), content);
            unquoted = outcome instanceof WriteOutcome.Written;
        }
        return outcome;
    }

    private WriteOutcome replaceIf(String name, String version, byte[] content) {
        try {
            return written(client.putObject(put(name, content).ifMatch(version).build(), RequestBody.fromBytes(content))
                    .eTag());
        } catch (SdkException e) {
            return errors.outcome(e);
        }
    }

    private boolean isPresent(String name, String version) {
        if (!version.startsWith("\"")) {
            return false;
        }
        try {
            // The record is small, and to read it loads no class that is not there already.
            return read(name).filter(found -> version.equals(found.version())).isPresent();
        } catch (StorageTroubleException e) {
            // The caller reads it again, and learns more.
            return false;
        }
    }

    @Override
    public List<String> list(String prefix) throws StorageTroubleException {
        try {
            List<String> names = new ArrayList<>();
            ListObjectsV2Request.Builder request =
                    ListObjectsV2Request.builder().bucket(location.bucket()).prefix(key(prefix));
            ListObjectsV2Response page;
            do {
                page = client.listObjectsV2(request.build());
                page.contents()
                        .forEach(found -> names.add(
                                found.key().substring(location.prefix().length())));
                request.continuationToken(page.nextContinuationToken());
            } while (Boolean.TRUE.equals(page.isTruncated()) && page.nextContinuationToken() != null);
            return names;
        } catch (SdkException e) {
            throw errors.trouble(e);
        }
    }

    @Override
    public void put(String name, Path file) throws StorageTroubleException {
        try {
            client.putObject(
                    put -> put.bucket(location.bucket()).key(key(name)).contentType(ContentTypes.of(name)), file);
        } catch (SdkException e) {
            throw errors.trouble(e);
        }
    }

    @Override
    public Optional<OpenedFile> open(String name) throws StorageTroubleException {
        try {
            ResponseInputStream<GetObjectResponse> body =
                    client.getObject(get -> get.bucket(location.bucket()).key(key(name)));
            Long length = body.response().contentLength();
            return Optional.of(new OpenedFile(
                    new AbortingStream(body), length == null ? OptionalLong.empty() : OptionalLong.of(length)));
        } catch (SdkException e) {
            if (errors.isAbsent(e)) {
                return Optional.empty();
            }
            throw errors.trouble(e);
        }
    }

    /** A body that is left before its end would be read to it when it is closed. */
    private static final class AbortingStream extends FilterInputStream {

        private final ResponseInputStream<GetObjectResponse> body;
        private boolean over;

        AbortingStream(ResponseInputStream<GetObjectResponse> body) {
            super(body);
            this.body = body;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            over |= count < 0;
            return count;
        }

        @Override
        public void close() throws IOException {
            if (over) {
                super.close();
            } else {
                body.abort();
            }
        }
    }

    private PutObjectRequest.Builder put(String name, byte[] content) {
        return PutObjectRequest.builder()
                .bucket(location.bucket())
                .key(key(name))
                .contentLength((long) content.length)
                .contentType(ContentTypes.of(name));
    }

    private static WriteOutcome written(String version) {
        return version == null
                ? new WriteOutcome.Unknown("the reply names no version")
                : new WriteOutcome.Written(version);
    }

    private static String withoutQuotes(String version) {
        return version.replaceAll("^\"|\"$", "");
    }

    private String key(String name) {
        return location.prefix() + name;
    }

    @Override
    public void close() {
        client.close();
    }
}
