package io.videogen.core.batch;

import io.videogen.core.api.ApiName;
import io.videogen.core.http.Endpoint;
import io.videogen.core.request.Encoding;
import io.videogen.core.shared.SharedStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How a batch is run.
 *
 * @param api the API spoken
 * @param endpoint where jobs go; empty for the preview, whose address is known only once its server runs
 * @param outputDirectory where clips are delivered
 * @param reportDirectory where manifest and gallery are written
 * @param title heading of the gallery
 * @param cacheDirectory store of finished clips and ledger of jobs in flight
 * @param formerCacheDirectory store that is still read, where the usual place was another once
 * @param sharedStore the store of many machines behind it
 * @param concurrency most jobs in flight at once, at least 1
 * @param jobTimeout longest wait for one job, from the moment this run starts to work on it, and once more for its
 *     files, from the moment the first is fetched
 * @param pollInterval shortest wait between two polls of a job
 * @param limits spend guard: the most that the build may buy
 * @param budget spend guard: what the build has bought so far
 * @param prices what models cost
 * @param frozen fail rather than create a job
 * @param allowPreview whether drawn clips may be delivered
 * @param strict whether a clip that is not what was asked for fails
 * @param lock the clips that may be delivered, and no others; no job is created then
 * @param offline deliver from the store and send nothing
 * @param refresh videos rendered again though the store has them
 * @param resubmit names whose submission of unknown outcome may be submitted again
 * @param encoding encoding of create requests
 * @param artifactPointer JSON pointer to the clip's URL in a finished status reply
 * @param declaredNames names taken by other executions of the same build
 * @param declared names of all videos of the module: what earlier runs made of others is removed; empty to remove nothing
 */
public record BatchSettings(
        ApiName api,
        Optional<Endpoint> endpoint,
        Path outputDirectory,
        Path reportDirectory,
        String title,
        Path cacheDirectory,
        Optional<Path> formerCacheDirectory,
        Optional<SharedStore> sharedStore,
        int concurrency,
        Duration jobTimeout,
        Duration pollInterval,
        SpendLimits limits,
        BuildBudget budget,
        Prices prices,
        boolean frozen,
        boolean allowPreview,
        boolean strict,
        Optional<LockFile> lock,
        boolean offline,
        Refresh refresh,
        Set<String> resubmit,
        Encoding encoding,
        Optional<String> artifactPointer,
        DeclaredNames declaredNames,
        Optional<Set<String>> declared) {

    public BatchSettings {
        resubmit = Set.copyOf(resubmit);
    }

    /** Whether clips are drawn by the preview server instead of bought. */
    public boolean preview() {
        return endpoint.isEmpty() && lock.isEmpty();
    }

    /** The contract's defaults: preview, four jobs at once, half an hour each. */
    public static BatchSettingsBuilder builder(Path outputDirectory, Path cacheDirectory) {
        return new BatchSettingsBuilder(outputDirectory, cacheDirectory);
    }
}
