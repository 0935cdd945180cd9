package io.videogen.maven;

import io.videogen.core.VideogenException;
import io.videogen.core.api.ApiName;
import io.videogen.core.api.VideoApis;
import io.videogen.core.batch.BatchSettings;
import io.videogen.core.batch.LockFile;
import io.videogen.core.batch.Money;
import io.videogen.core.batch.Prices;
import io.videogen.core.batch.Refresh;
import io.videogen.core.batch.VideoTask;
import io.videogen.core.http.Endpoint;
import io.videogen.core.request.Encoding;
import io.videogen.core.shared.SharedStore;
import io.videogen.maven.build.BuildMemory;
import io.videogen.maven.build.Declares;
import io.videogen.maven.input.DeclaredVideo;
import io.videogen.maven.input.DurationText;
import io.videogen.maven.input.Selection;
import io.videogen.maven.input.Texts;
import io.videogen.maven.input.VideoTasks;
import io.videogen.maven.run.LockTarget;
import io.videogen.maven.run.RenderRequest;
import io.videogen.maven.session.Folders;
import io.videogen.maven.session.StoreKeys;
import io.videogen.maven.session.Variables;
import io.videogen.maven.shared.SharedStores;
import java.io.File;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javax.inject.Provider;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/** The parameters of videos, which {@code generate} and {@code plan} share, read into one immutable request. */
abstract class AbstractRenderMojo extends AbstractVideogenMojo<RenderRequest> {

    private static final String PREVIEW = "preview";
    private static final Duration PREVIEW_POLL_INTERVAL = Duration.ofMillis(250);

    private final SettingsDecrypter decrypter;

    /**
     * Base URL of the API, with or without a trailing {@code /v1}, or the word {@code preview}: then clips are drawn on
     * this machine, marked as preview, and nothing is bought. A URL with {@code user:password@} is refused; the token
     * comes from {@code serverId} or from the environment variable {@code VIDEOGEN_TOKEN}.
     *
     * <p>Unset, the environment variable {@code VIDEOGEN_ENDPOINT} is taken, else {@code preview}.
     *
     * <pre>{@code <endpoint>https://gateway.example.com</endpoint>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "videogen.endpoint")
    private String endpoint;

    /**
     * The API that the endpoint speaks: {@code openai}, {@code lconai}, {@code new-api},
     * {@code yishangyun}, {@code openrouter}, {@code fal}, {@code ark}, {@code xai}, {@code gemini}, {@code replicate},
     * {@code runway}, {@code dashscope}, {@code kling}, {@code minimax} or {@code vidu}. Without an endpoint, one with a
     * single public address goes there.
     *
     * <p>Unset, the environment variable {@code VIDEOGEN_API} is taken, else {@code openai}.
     *
     * <pre>{@code <api>new-api</api>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "videogen.api")
    private String api;

    /**
     * Id of the server in settings.xml whose password, plain or encrypted, is the token. Unset, the
     * environment variable {@code VIDEOGEN_TOKEN} is taken. There is no parameter for the token itself, because
     * {@code mvn -X} prints all parameters.
     *
     * <pre>{@code <serverId>videogen</serverId>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "videogen.serverId")
    private String serverId;

    /**
     * Store that many machines share, behind {@code cacheDirectory}: an S3-compatible bucket with conditional writes, as
     * {@code s3://bucket/prefix}; where it is not AWS, with the query parameters {@code endpoint} (its URL), {@code region}
     * and {@code pathStyle} (true). A clip
     * that any of them has paid for is taken from there, and a job of a build that died is taken up by the next one
     * anywhere. Keys come from {@code storeServerId}, else from where AWS's own tools look.
     *
     * <p>Unset, the environment variable {@code VIDEOGEN_STORE} is taken, else there is none.
     *
     * <pre>{@code <store>s3://acme-build/videogen</store>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "videogen.store")
    private String store;

    /**
     * Id of the server in settings.xml whose username is the access key of the shared store and whose password, plain or
     * encrypted, is the secret key.
     *
     * <pre>{@code <storeServerId>videogen-store</storeServerId>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "videogen.storeServerId")
    private String storeServerId;

    /**
     * Model of each video that names none.
     *
     * <pre>{@code <model>sora-2</model>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "videogen.model")
    private String model;

    /**
     * Length, in seconds, of each video that names none.
     *
     * <pre>{@code <seconds>4</seconds>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "videogen.seconds")
    private String seconds;

    /**
     * Picture size of each video that names none: 1280x720, 16:9, 720p or 2K.
     *
     * <pre>{@code <size>1280x720</size>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "videogen.size")
    private String size;

    /**
     * One video straight from the command line; {@code videos} is then ignored.
     *
     * <pre>{@code -Dvideogen.prompt="A cat on a beach"}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "videogen.prompt")
    private String prompt;

    /**
     * Name of the video of {@code prompt}: the stem of its file.
     *
     * <pre>{@code -Dvideogen.name=cat}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "videogen.name", defaultValue = "video")
    private String name;

    /**
     * The videos. Each has a {@code name} and a {@code prompt} or {@code promptFile} (UTF-8, relative to the project's
     * folder; how it is indented does not count). The fields of a video, of which each API takes its own (the reference
     * documentation has a table, and what an API has no place for is an error):
     *
     * <ul>
     * <li>{@code name}: stem of its file; letters, digits, dots, dashes and underscores</li>
     * <li>{@code prompt}, or {@code promptFile}: what it shall show</li>
     * <li>{@code negativePrompt}: what it shall not show</li>
     * <li>{@code continues}: another of the videos, whose last frame is this one's first; followed by
     * {@code extended}, one that the API makes longer</li>
     * <li>{@code model}, {@code seconds}, {@code size}: for this video alone; a size is 1280x720, 16:9, 720p or 2K</li>
     * <li>{@code aspectRatio} (16:9) and {@code resolution} (720p): in place of {@code size}</li>
     * <li>{@code audio}: true or false</li>
     * <li>{@code firstFrame}, {@code lastFrame}: pictures that it begins and ends with; a file, a URL or a data URL</li>
     * <li>{@code inputReference}, or several in {@code inputReferences}: pictures that it is made after</li>
     * <li>{@code references}: pictures, clips or sounds; each {@code reference} is a file or URL, or has {@code file} and
     * {@code role}</li>
     * <li>{@code n}: number of clips, each paid; {@code take}: which of them is delivered</li>
     * <li>{@code watermark}, {@code private}, {@code characterUrl}, {@code characterTimestamps} (1.5,3.5), {@code fps},
     * {@code seed}, {@code user}, {@code responseFormat}: as the API has them</li>
     * <li>{@code metadata}: a JSON object as text, sent as metadata</li>
     * <li>{@code options}: a JSON object as text; further top-level fields, sent as they are</li>
     * </ul>
     *
     * <pre>{@code
     * <videos>
     *   <video>
     *     <name>hero</name>
     *     <prompt>A slow flight over a quiet harbour at dawn</prompt>
     *     <seconds>8</seconds>
     *     <size>1280x720</size>
     *     <inputReference>src/main/videogen/harbour.png</inputReference>
     *   </video>
     * </videos>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter
    private List<Video> videos = new ArrayList<>();

    /**
     * Names of the videos to render, comma-separated; by default all.
     *
     * <pre>{@code -Dvideogen.only=hero,teaser}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "videogen.only")
    private String only;

    /**
     * Most jobs in flight at once.
     *
     * <pre>{@code <concurrency>8</concurrency>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "videogen.concurrency", defaultValue = "4")
    private String concurrency;

    /**
     * Longest wait for one job, and once more for the download of its clip: {@code 500ms}, {@code 30s}, {@code 5m},
     * {@code 1h} or ISO-8601. The job runs on after it, and the same command takes it up again.
     *
     * <pre>{@code <jobTimeout>1h</jobTimeout>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "videogen.jobTimeout", defaultValue = "30m")
    private String jobTimeout;

    /**
     * Shortest wait between two status requests for one job: {@code 500ms}, {@code 30s}, {@code 5m}, {@code 1h} or
     * ISO-8601. Longer waits are chosen where a job takes longer. By default {@code 2s}, and {@code 250ms} for the
     * preview on this machine.
     *
     * <pre>{@code <pollInterval>5s</pollInterval>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "videogen.pollInterval")
    private String pollInterval;

    /**
     * Spend guard: most jobs that the build may create, all modules together. Over it, nothing is created and the build
     * fails. By default there is no limit.
     *
     * <pre>{@code <maxNewJobs>5</maxNewJobs>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "videogen.maxNewJobs")
    private String maxNewJobs;

    /**
     * Spend guard: most seconds of video that the build may buy, summed over new jobs and their number of clips. Over it,
     * nothing is created and the build fails; a new video without {@code seconds} is then an error. By default there is
     * no limit.
     *
     * <pre>{@code <maxNewSeconds>60</maxNewSeconds>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "videogen.maxNewSeconds")
    private String maxNewSeconds;

    /**
     * Spend guard: most money that the build may spend, by the prices of {@code prices}. Over it, nothing is created and
     * the build fails; a new video whose price is not known is then an error. By default there is no limit.
     *
     * <pre>{@code <maxCost>5.00 USD</maxCost>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "videogen.maxCost")
    private String maxCost;

    /**
     * What models cost, for {@code maxCost} and for what {@code plan} and {@code generate} tell: {@code perSecond} for
     * each second of each clip, {@code perVideo} for each clip. All in one unit.
     *
     * <pre>{@code
     * <prices>
     *   <price>
     *     <model>sora-2</model>
     *     <perSecond>0.10 USD</perSecond>
     *   </price>
     * </prices>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter
    private List<Price> prices = new ArrayList<>();

    /**
     * Whether a clip whose size, or whose length by more than a tenth and half a second, is not what was asked for fails
     * the build; if not, it is a warning, and told in the report. The clip is kept in any case.
     *
     * <pre>{@code <strict>true</strict>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "videogen.strict", defaultValue = "false")
    private String strict;

    /**
     * File of source control with the name, request and digest of each clip, written by {@code writeLock}. With it,
     * {@code generate} delivers exactly those bytes from the store or fails, and creates no job.
     *
     * <pre>{@code <lockFile>src/videos/videogen.lock</lockFile>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "videogen.lockFile")
    private File lockFile;

    /**
     * Writes the lock file from the clips that are kept; {@code lockFile} is then not read. All executions of a module
     * stand in one file.
     *
     * <pre>{@code -Dvideogen.writeLock=src/videos/videogen.lock}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "videogen.writeLock")
    private File writeLock;

    /**
     * {@code true}, or comma-separated names: render again though the store has the clip.
     *
     * <pre>{@code -Dvideogen.refresh=hero}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "videogen.refresh")
    private String refresh;

    /**
     * Whether to fail rather than create any job: for release builds that must use what was reviewed.
     *
     * <pre>{@code -Dvideogen.frozen=true}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "videogen.frozen", defaultValue = "false")
    private String frozen;

    /**
     * Comma-separated names of videos whose earlier submission has an unknown outcome, or whose job is lost, and that
     * may be submitted, and paid, again.
     *
     * <pre>{@code -Dvideogen.resubmit=hero}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "videogen.resubmit")
    private String resubmit;

    /**
     * Encoding of create requests: {@code auto}, {@code json} or {@code multipart}.
     *
     * <pre>{@code <encoding>multipart</encoding>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "videogen.encoding", defaultValue = "auto")
    private String encoding;

    /**
     * JSON pointer (RFC 6901) to the clip's URL in the status reply of a finished job, for a gateway that hides it in an
     * unusual place.
     *
     * <pre>{@code <artifactPointer>/data/result/0/url</artifactPointer>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "videogen.artifactPointer")
    private String artifactPointer;

    /**
     * Whether {@code http://} is allowed to a host that is not this machine. The token then travels unencrypted.
     *
     * <pre>{@code <allowInsecureHttp>true</allowInsecureHttp>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "videogen.allowInsecureHttp", defaultValue = "false")
    private String allowInsecureHttp;

    AbstractRenderMojo(
            Provider<LifecycleExecutor> lifecycle, SettingsDecrypter decrypter, RepositorySystem repositories) {
        super(lifecycle, repositories);
        this.decrypter = decrypter;
    }

    final SettingsDecrypter decrypter() {
        return decrypter;
    }

    final Variables variables() {
        return new Variables(session());
    }

    @Override
    final List<RenderRequest> requests() {
        return Texts.set(prompt).isPresent()
                ? request(Optional.empty()).stream().toList()
                : super.requests();
    }

    @Override
    final Declares declares() {
        return Declares.VIDEOS;
    }

    @Override
    final Optional<RenderRequest> wanted(Optional<String> label) {
        List<DeclaredVideo> selected = selectedVideos(label);
        return selected.isEmpty() ? Optional.empty() : Optional.of(request(label, selected));
    }

    /** The declared videos that are asked for; nothing, with the reason in the log, where that is no mistake. */
    private List<DeclaredVideo> selectedVideos(Optional<String> label) {
        List<DeclaredVideo> declared = declaredVideos();
        if (declared.isEmpty()) {
            if (project() != null
                    && project().getFile() != null
                    && "pom".equals(project().getPackaging())) {
                skipping(label, "this POM declares no video.");
                return List.of();
            }
            throw VideogenException.invalid(
                    "no_video",
                    "No video is declared. Declare <videos> in the plugin's <configuration>, or give one prompt with"
                            + " -Dvideogen.prompt=\"A cat on a beach\".");
        }
        checkNames(declared);
        List<DeclaredVideo> selected = Selection.of("videogen.only", only).of(declared);
        if (selected.isEmpty()) {
            skipping(
                    label,
                    "none of the videos declared here (" + names(declared) + ") is named in videogen.only (\""
                            + only.strip() + "\").");
        }
        return selected;
    }

    /** A name that is spelt wrong would render nothing, or buy nothing anew, and the user would wait for what never comes. */
    private void checkNames(List<DeclaredVideo> declared) {
        Supplier<Set<String>> names = () -> {
            Set<String> all = build().names();
            declared.stream().flatMap(video -> Texts.set(video.name()).stream()).forEach(all::add);
            return all;
        };
        Selection.of("videogen.only", only).requireAmong("videos", names);
        new Selection("videogen.refresh", Refresh.parse(refresh).names()).requireAmong("videos", names);
        Selection.of("videogen.resubmit", resubmit).requireAmong("videos", names);
    }

    private List<DeclaredVideo> declaredVideos() {
        Optional<String> alone = Texts.set(prompt);
        if (alone.isPresent()) {
            return List.of(DeclaredVideo.of(Texts.set(name).orElse("video"), alone.get()));
        }
        List<DeclaredVideo> declared = new ArrayList<>();
        videos.forEach(video -> declared.add(video.declared()));
        return declared;
    }

    private RenderRequest request(Optional<String> label, List<DeclaredVideo> selected) {
        Folders folders = folders();
        List<VideoTask> tasks = new VideoTasks(folders.base(), Texts.set(model), Texts.set(seconds), Texts.set(size))
                .of(selected, declaredVideos());
        return new RenderRequest(
                label,
                project(),
                settings(folders, tasks),
                tasks,
                writeLock(folders),
                Texts.set(serverId),
                Texts.flag("allowInsecureHttp", allowInsecureHttp).orElse(false),
                attaches(),
                failsOnError());
    }

    private Optional<LockTarget> writeLock(Folders folders) {
        return Optional.ofNullable(writeLock).map(file -> {
            Set<String> declared = declaredNames(folders);
            return new LockTarget(folders.file(file), declared == null ? build().names(project()) : declared);
        });
    }

    private BatchSettings settings(Folders folders, List<VideoTask> tasks) {
        ApiName spoken = Texts.set(api)
                .or(() -> variables().get(Variables.API))
                .map(ApiName::parse)
                .orElse(ApiName.OPENAI);
        Endpoint target = Texts.set(endpoint)
                .or(() -> variables().get(Variables.ENDPOINT))
                .or(() -> VideoApis.publicAddress(spoken))
                .filter(text -> !text.equalsIgnoreCase(PREVIEW))
                .map(text -> Endpoint.parse(
                        text, Texts.flag("allowInsecureHttp", allowInsecureHttp).orElse(false)))
                .orElse(null);
        return BatchSettings.builder(outputFolder(), cacheFolder())
                .formerCacheDirectory(formerCacheFolder().orElse(null))
                .reportDirectory(reportFolder())
                .title(folders.title())
                .api(spoken)
                .endpoint(target)
                .sharedStore(sharedStore(folders))
                .concurrency(Texts.integer("concurrency", concurrency).orElse(null))
                .jobTimeout(DurationText.parse("jobTimeout", jobTimeout).orElse(null))
                .pollInterval(DurationText.parse("pollInterval", pollInterval)
                        .orElse(target == null ? PREVIEW_POLL_INTERVAL : null))
                .maxNewJobs(strictest("maxNewJobs", maxNewJobs, Texts::integer).orElse(null))
                .maxNewSeconds(strictest("maxNewSeconds", maxNewSeconds, Texts::decimal)
                        .orElse(null))
                .maxCost(strictest("maxCost", maxCost, (field, text) -> Texts.set(text)
                                .map(value -> Money.parse(field, value)))
                        .orElse(null))
                .prices(Prices.of(prices.stream().map(Price::declared).toList()))
                .allowPreview(allowsPreview())
                .strict(Texts.flag("strict", strict).orElse(false))
                .lock(lock(folders))
                .declared(declaredNames(folders))
                .budget(BuildMemory.budget(session().getRepositorySession()))
                .frozen(Texts.flag("frozen", frozen).orElse(false))
                // The preview sends nothing to any network, so it works offline.
                .offline(session().isOffline() && target != null)
                .refresh(refresh(tasks))
                .resubmit(Selection.of("videogen.resubmit", resubmit).among(tasks))
                .encoding(Texts.set(encoding).map(Encoding::parse).orElse(null))
                .artifactPointer(Texts.set(artifactPointer).orElse(null))
                .declaredNames(BuildMemory.names(session().getRepositorySession()))
                .build();
    }

    /** The clips that may be delivered, if a lock file says so and is not about to be written. */
    private LockFile lock(Folders folders) {
        return lockFile == null || writeLock != null ? null : LockFile.read(folders.file(lockFile));
    }

    /**
     * Names of all videos of this module, so that what earlier runs made of others can be removed; {@code null} in a run
     * that is about some videos alone.
     */
    private Set<String> declaredNames(Folders folders) {
        boolean some =
                Texts.set(only).isPresent() || Texts.set(prompt).isPresent() || isOneAlone() || !folders.hasProject();
        if (some) {
            return null;
        }
        Set<String> names = build().names(project());
        videos.forEach(video -> Texts.set(video.declared().name()).ifPresent(names::add));
        return names;
    }

    private SharedStore sharedStore(Folders folders) {
        String location =
                Texts.set(store).orElse(variables().get(Variables.STORE).orElse(""));
        if (location.isEmpty()) {
            return null;
        }
        StoreKeys keys = new StoreKeys(session().getSettings(), decrypter);
        return new SharedStores(repositories(), session(), project())
                .of(location, () -> keys.find(Texts.set(storeServerId)), cacheFolder(), Clock.systemUTC());
    }

    /** The limit holds for the build, so where modules or executions name several, the least counts. */
    private <T extends Comparable<T>> Optional<T> strictest(
            String parameter, String own, BiFunction<String, String, Optional<T>> reader) {
        List<String> texts = new ArrayList<>();
        if (own != null) {
            texts.add(own);
        }
        texts.addAll(build().texts(parameter));
        Optional<T> least = Optional.empty();
        for (String text : texts) {
            Optional<T> limit = reader.apply(parameter, text);
            if (least.isEmpty() || limit.isPresent() && limit.get().compareTo(least.get()) < 0) {
                least = limit;
            }
        }
        return least;
    }

    private Refresh refresh(List<VideoTask> tasks) {
        Refresh wanted = Refresh.parse(refresh);
        return wanted.all()
                ? wanted
                : new Refresh(false, new Selection("videogen.refresh", wanted.names()).among(tasks));
    }

    private static String names(List<DeclaredVideo> videos) {
        return String.join(
                ", ", videos.stream().map(video -> "\"" + video.name() + "\"").toList());
    }
}
