package io.videogen.core.batch;

import io.videogen.core.VideogenException;
import io.videogen.core.advice.Message;
import io.videogen.core.api.ApiName;
import io.videogen.core.api.VideoApis;
import io.videogen.core.http.Endpoint;
import io.videogen.core.request.Encoding;
import io.videogen.core.shared.SharedStore;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Collects {@link BatchSettings}; {@code null} leaves a default in place. */
public final class BatchSettingsBuilder {

    private static final Duration LONGEST = Duration.ofDays(30);

    private final Path outputDirectory;
    private final Path cacheDirectory;
    private Path formerCacheDirectory;
    private Path reportDirectory;
    private String title = "Videos";
    private ApiName api = ApiName.OPENAI;
    private Endpoint endpoint;
    private SharedStore sharedStore;
    private int concurrency = 4;
    private Duration jobTimeout = Duration.ofMinutes(30);
    private Duration pollInterval = Duration.ofSeconds(2);
    private Integer maxNewJobs;
    private BigDecimal maxNewSeconds;
    private BuildBudget budget = new BuildBudget();
    private Money maxCost;
    private Prices prices = Prices.NONE;
    private boolean frozen;
    private boolean allowPreview = true;
    private boolean strict;
    private LockFile lock;
    private boolean offline;
    private Refresh refresh = Refresh.NONE;
    private Set<String> resubmit = Set.of();
    private Encoding encoding = Encoding.AUTO;
    private String artifactPointer;
    private DeclaredNames declaredNames = new DeclaredNames();
    private Set<String> declared;

    BatchSettingsBuilder(Path outputDirectory, Path cacheDirectory) {
        this.outputDirectory = outputDirectory.toAbsolutePath().normalize();
        this.reportDirectory = this.outputDirectory;
        this.cacheDirectory = cacheDirectory.toAbsolutePath().normalize();
    }

    public BatchSettingsBuilder api(ApiName value) {
        api = value == null ? api : value;
        return this;
    }

    /** Where jobs go; {@code null} is the preview. */
    public BatchSettingsBuilder endpoint(Endpoint value) {
        endpoint = value;
        return this;
    }

    /** The store of many machines. A preview and a build that is offline have none, whatever is given. */
    public BatchSettingsBuilder sharedStore(SharedStore value) {
        sharedStore = value;
        return this;
    }

    public BatchSettingsBuilder concurrency(Integer value) {
        concurrency = value == null ? concurrency : value;
        return this;
    }

    public BatchSettingsBuilder jobTimeout(Duration value) {
        jobTimeout = value == null ? jobTimeout : value;
        return this;
    }

    public BatchSettingsBuilder pollInterval(Duration value) {
        pollInterval = value == null ? pollInterval : value;
        return this;
    }

    public BatchSettingsBuilder maxNewJobs(Integer value) {
        maxNewJobs = value;
        return this;
    }

    public BatchSettingsBuilder maxNewSeconds(BigDecimal value) {
        maxNewSeconds = value;
        return this;
    }

    /** One object for all executions of a build, so that the limits hold for their sum. */
    public BatchSettingsBuilder budget(BuildBudget value) {
        budget = value == null ? budget : value;
        return this;
    }

    public BatchSettingsBuilder frozen(boolean value) {
        frozen = value;
        return this;
    }

    public BatchSettingsBuilder offline(boolean value) {
        offline = value;
        return this;
    }

    public BatchSettingsBuilder refresh(Refresh value) {
        refresh = value == null ? refresh : value;
        return this;
    }

    public BatchSettingsBuilder resubmit(Set<String> value) {
        resubmit = value == null ? resubmit : value;
        return this;
    }

    public BatchSettingsBuilder encoding(Encoding value) {
        encoding = value == null ? encoding : value;
        return this;
    }

    public BatchSettingsBuilder artifactPointer(String value) {
        artifactPointer = value;
        return this;
    }

    /** One object for all executions of a build, so that they can not give one name to two requests. */
    public BatchSettingsBuilder declaredNames(DeclaredNames value) {
        declaredNames = value == null ? declaredNames : value;
        return this;
    }

    /** Where manifest and gallery go; by default to the clips. */
    public BatchSettingsBuilder reportDirectory(Path value) {
        reportDirectory =
                value == null ? reportDirectory : value.toAbsolutePath().normalize();
        return this;
    }

    /** A store that is read besides; {@code null} for none. */
    public BatchSettingsBuilder formerCacheDirectory(Path value) {
        formerCacheDirectory = value;
        return this;
    }

    /** Heading of the gallery. */
    public BatchSettingsBuilder title(String value) {
        title = value == null ? title : value;
        return this;
    }

    public BatchSettingsBuilder maxCost(Money value) {
        maxCost = value;
        return this;
    }

    public BatchSettingsBuilder prices(Prices value) {
        prices = value == null ? prices : value;
        return this;
    }

    public BatchSettingsBuilder allowPreview(boolean value) {
        allowPreview = value;
        return this;
    }

    public BatchSettingsBuilder strict(boolean value) {
        strict = value;
        return this;
    }

    /** The only clips that may be delivered; {@code null} for no lock. */
    public BatchSettingsBuilder lock(LockFile value) {
        lock = value;
        return this;
    }

    /** Names of all videos of the module; {@code null} to remove nothing that earlier runs made. */
    public BatchSettingsBuilder declared(Set<String> value) {
        declared = value;
        return this;
    }

    /** Checks the numbers; an absurd one is an {@code INVALID_INPUT} error that names it. */
    public BatchSettings build() {
        if (concurrency < 1 || concurrency > 100_000) {
            throw invalid("concurrency", concurrency, "from 1 to 100000");
        }
        if (!within(jobTimeout)) {
            throw invalid("jobTimeout", Troubles.written(jobTimeout), "above 0 and up to 30 days, such as \"30m\"");
        }
        if (!within(pollInterval)) {
            throw invalid("pollInterval", Troubles.written(pollInterval), "above 0 and up to 30 days, such as \"2s\"");
        }
        if (maxNewJobs != null && maxNewJobs < 0) {
            throw invalid("maxNewJobs", maxNewJobs, "0 or more");
        }
        if (maxNewSeconds != null && maxNewSeconds.signum() < 0) {
            throw invalid("maxNewSeconds", maxNewSeconds, "0 or more");
        }
        return new BatchSettings(
                VideoApis.at(api, Optional.ofNullable(endpoint)),
                Optional.ofNullable(endpoint),
                outputDirectory,
                reportDirectory,
                title,
                cacheDirectory,
                Optional.ofNullable(formerCacheDirectory),
                Optional.ofNullable(sharedStore).filter(store -> endpoint != null && !offline),
                concurrency,
                jobTimeout,
                pollInterval,
                new SpendLimits(
                        maxNewJobs == null ? OptionalInt.empty() : OptionalInt.of(maxNewJobs),
                        Optional.ofNullable(maxNewSeconds),
                        Optional.ofNullable(maxCost)),
                budget,
                prices,
                frozen || lock != null,
                allowPreview,
                strict,
                Optional.ofNullable(lock),
                offline,
                refresh,
                resubmit,
                encoding,
                Optional.ofNullable(artifactPointer),
                declaredNames,
                Optional.ofNullable(declared));
    }

    private static boolean within(Duration value) {
        return !value.isNegative() && !value.isZero() && value.compareTo(LONGEST) <= 0;
    }

    private static VideogenException invalid(String field, Object value, String range, Object... values) {
        return VideogenException.invalid("invalid_" + field)
                .says("The value of %s is \"%s\". It must be %s.", field, value, Message.text(range, values));
    }
}
