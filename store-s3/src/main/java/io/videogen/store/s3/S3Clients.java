package io.videogen.store.s3;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.shared.AccessKeys;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** The client as all servers understand it. */
final class S3Clients {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private S3Clients() {}

    static S3Client open(S3Location location, Optional<AccessKeys> keys) {
        AwsCredentialsProvider credentials = credentials(keys);
        S3ClientBuilder builder = S3Client.builder()
                .credentialsProvider(credentials)
                .httpClient(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(SILENCE)
                        .build())
                // A conditional write that the client repeats loses against itself; core repeats what may be.
                .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()))
                // The default since 2.30 is a trailer that Ceph answers with 400, and that others store in the file.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(
                        s3 -> s3.pathStyleAccessEnabled(location.pathStyle()).chunkedEncodingEnabled(false));
        location.endpoint().ifPresent(builder::endpointOverride);
        location.region()
                .or(() -> location.endpoint().map(endpoint -> "us-east-1"))
                .map(Region::of)
                .ifPresent(builder::region);
        try {
            return builder.build();
        } catch (SdkClientException e) {
            throw new VideogenException(
                    ErrorKind.INVALID_INPUT,
                    "shared_store_region",
                    "The region of the shared store is not known. Add ?region= to its address, or set AWS_REGION.",
                    e);
        }
    }

    private static AwsCredentialsProvider credentials(Optional<AccessKeys> keys) {
        if (keys.isPresent()) {
            return StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(keys.get().id(), keys.get().secret()));
        }
        AwsCredentialsProvider chain = DefaultCredentialsProvider.builder().build();
        try {
            // Now, while it can be told from an outage.
            chain.resolveCredentials();
        } catch (SdkClientException e) {
            throw new VideogenException(
                    ErrorKind.INVALID_INPUT,
                    "shared_store_credentials",
                    "There are no keys for the shared store: none in the environment, in a profile, by web identity or"
                            + " of this machine's role. Name a server of settings.xml in storeServerId, or set up one of"
                            + " these.",
                    e);
        }
        return chain;
    }
}
