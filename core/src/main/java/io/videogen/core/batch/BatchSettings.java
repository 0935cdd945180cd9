package io.videogen.core.batch;

import io.videogen.core.api.ApiName;
import io.videogen.core.http.Endpoint;
import io.videogen.core.request.Encoding;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How a batch is run.
 *
 * @param api the API spoken
 * @param endpoint where jobs go; empty for the preview, whose address is known only once its server runs
 * @param outputDirectory where clips, manifest and gallery are delivered
 * @param cacheDirectory store of finished clips and ledger of jobs in flight
 * @param concurrency most jobs in flight at once, at least 1
 * @param jobTimeout longest wait for one job, from the moment this run starts to work on it, and once more for its
 *     files, from the moment the first is fetched
 * @param pollInterval shortest wait between two polls of a job
 * @param limits spend guard: the most that the build may buy
 * @param budget spend guard: what the build has bought so far
 * @param frozen fail rather than create a job
 * @param offline deliver from the store and send nothing
 * @param refresh videos rendered again though the store has them
 * @param resubmit names whose submission of unknown outcome may be submitted again
 * @param encoding encoding of create requests
 * @param artifactPointer JSON pointer to the clip's URL in a finished status reply
 * @param declaredNames names taken by other executions of the same build
 */
public record BatchSettings(
        ApiName api,
        Optional<Endpoint> endpoint,
        Path outputDirectory,
        Path cacheDirectory,
        int concurrency,
        Duration jobTimeout,
        Duration pollInterval,
        SpendLimits limits,
        BuildBudget budget,
        boolean frozen,
        boolean offline,
        Refresh refresh,
        Set<String> resubmit,
        Encoding encoding,
        Optional<String> artifactPointer,
        DeclaredNames declaredNames) {

    public BatchSettings {
        resubmit = Set.copyOf(resubmit);
    }

    /** Whether clips are drawn by the preview server instead of bought. */
    public boolean preview() {
        return endpoint.isEmpty();
    }

    /** The contract's defaults: preview, four jobs at once, half an hour each. */
    public static BatchSettingsBuilder builder(Path outputDirectory, Path cacheDirectory) {
        return new BatchSettingsBuilder(outputDirectory, cacheDirectory);
    }
}
