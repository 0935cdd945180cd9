package io.videogen.core.batch;

import io.videogen.core.artifact.VerifiedFile;
import io.videogen.core.output.ManifestEntry;
import io.videogen.core.output.ReportFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the manifest tells of files that earlier builds delivered, for a store that lost its own. Read when asked. */
final class DeliveredFiles implements Function<VerifiedFile, List<Path>> {

    private final ReportFolder report;

    DeliveredFiles(ReportFolder report) {
        this.report = report;
    }

    @Override
    public List<Path> apply(VerifiedFile file) {
        return report.readManifest().videos().stream()
                .flatMap(entry -> candidates(entry, file))
                .map(report::folder)
                .toList();
    }

    /** A still picture's digest is not in the manifest; its bytes tell. */
    private static Stream<String> candidates(ManifestEntry entry, VerifiedFile file) {
        return entry.sha256().filter(file.sha256()::equals).isPresent()
                ? entry.file().stream()
                : entry.thumbnail().filter(name -> name.endsWith(file.extension())).stream();
    }
}
