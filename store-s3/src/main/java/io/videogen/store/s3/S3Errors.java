package io.videogen.store.s3;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.http.Statuses;
import io.videogen.core.shared.StorageTroubleException;
import io.videogen.core.shared.WriteOutcome;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What a server's answer means, by its status and its error's code. Measured on several servers: losers of a race get
 * 412 or 409, on Ceph sometimes 500, and an answer may come before the body is read, which breaks the connection. No
 * message of a server is shown: it may quote what was signed.
 */
final class S3Errors {

    private final S3Location location;

    S3Errors(S3Location location) {
        this.location = location;
    }

    /** Whether an object that was asked for is certainly not there. */
    boolean isAbsent(SdkException error) {
        return error instanceof AwsServiceException answer
                && answer.statusCode() == 404
                && !code(answer).equals("NoSuchBucket");
    }

    /** What a conditional write came to. Throws what another attempt will not change. */
    WriteOutcome outcome(SdkException error) {
        if (!(error instanceof AwsServiceException answer)) {
            return new WriteOutcome.Unknown(reason(error));
        }
        int status = answer.statusCode();
        if (status == 412 || isAbsent(answer)) {
            return new WriteOutcome.Refused();
        }
        if (status == 409) {
            return new WriteOutcome.Busy();
        }
        if (Statuses.passes(status)) {
            return new WriteOutcome.Unknown(reason(answer));
        }
        if (status == 501 || code(answer).equals("NotImplemented")) {
            throw new VideogenException(
                    ErrorKind.STORAGE,
                    "shared_store_unfit",
                    "The shared store at " + where() + " knows no conditional writes (status " + status
                            + "), so that it can not keep two builds apart. Nothing was bought. Use a storage that has"
                            + " them, or no shared store.",
                    error);
        }
        throw refused(answer);
    }

    /** What may pass, as the exception to throw; what will not is thrown from here. */
    StorageTroubleException trouble(Exception error) {
        if (error instanceof AwsServiceException answer && !Statuses.passes(answer.statusCode())) {
            throw refused(answer);
        }
        return new StorageTroubleException(reason(error), error);
    }

    VideogenException tooLong(String name, int most) {
        return new VideogenException(
                ErrorKind.STORAGE,
                "damaged_job",
                "The object \"" + location.prefix() + name + "\" of the shared store at " + where() + " has more than "
                        + most + " bytes and is no record of ours. Look at it, and remove it if nothing is in flight.");
    }

    private VideogenException refused(AwsServiceException answer) {
        int status = answer.statusCode();
        String code = code(answer);
        String advice =
                switch (code) {
                    case "NoSuchBucket" -> "There is no such bucket: create it, or correct the store's address.";
                    case "RequestTimeTooSkewed" ->
                        "This machine's clock differs from the server's by more than it allows (15 minutes). Set the"
                                + " clock right.";
                    case "InvalidAccessKeyId", "SignatureDoesNotMatch", "ExpiredToken", "InvalidToken" ->
                        "The keys are not accepted: check storeServerId, or AWS's environment variables, profile or"
                                + " role.";
                    case "PermanentRedirect", "AuthorizationHeaderMalformed", "IllegalLocationConstraintException" ->
                        "The bucket is in another region: add ?region= to the store's address.";
                    default ->
                        status == 403
                                ? "The keys need s3:GetObject and s3:PutObject on the prefix, and s3:ListBucket on the"
                                        + " bucket: without it, AWS answers 403 for an object that is not there."
                                : "Check the store's address and the server's log.";
                };
        return new VideogenException(
                ErrorKind.STORAGE,
                "shared_store_refused",
                "The shared store at " + where() + " refuses the request (status " + status
                        + (code.isEmpty() ? "" : ", " + code) + "). " + advice,
                answer);
    }

    private String where() {
        return "\"s3://" + location.bucket() + "/" + location.prefix() + "\""
                + location.endpoint()
                        .map(endpoint -> " on \"" + endpoint + "\"")
                        .orElse("");
    }

    private static String code(AwsServiceException answer) {
        return Optional.ofNullable(answer.awsErrorDetails())
                .map(AwsErrorDetails::errorCode)
                .filter(code -> code.matches("[A-Za-z0-9.]{1,64}"))
                .orElse("");
    }

    private static String reason(Exception error) {
        if (error instanceof AwsServiceException answer) {
            String code = code(answer);
            return "it answers with status " + answer.statusCode() + (code.isEmpty() ? "" : " (" + code + ")");
        }
        Throwable root = error;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return "no answer (" + root.getClass().getSimpleName()
                + (root.getMessage() == null ? "" : ": " + root.getMessage()) + ")";
    }
}
