package io.videogen.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Renders sets of videos with builds that are killed, and repeats the same command until each set is done, as a user
 * would: a video that a build reports as unknown is named in {@code videogen.resubmit} from then on.
 */
final class KilledBuilds {

    /**
     * What happened.
     *
     * @param sets of videos that were rendered
     * @param builds that were started
     * @param kills of builds that had not ended
     * @param killsByPlace the same by the place of the kill
     * @param creates jobs made
     * @param unknowns videos that a build reported as unknown
     * @param duplicates jobs made without need: of a video that had one, and was not reported as unknown since
     */
    record Summary(
            int sets,
            int builds,
            int kills,
            Map<String, Integer> killsByPlace,
            int creates,
            int unknowns,
            int duplicates) {

        /** One line for each number. */
        String table() {
            return String.join(
                    System.lineSeparator(),
                    "  sets of " + VIDEOS + " videos  " + sets,
                    "  builds started     " + builds,
                    "  builds killed      " + kills + " " + killsByPlace,
                    "  jobs created       " + creates,
                    "  reported unknown   " + unknowns,
                    "  duplicates         " + duplicates);
        }
    }

    private static final int VIDEOS = 20;
    private static final int MOST_REQUESTS = 45;
    private static final int MOST_BUILDS = 60;
    private static final long PATIENCE_MINUTES = 3;

    private final Launcher launcher;
    private final PaidServer server;
    private final Path folder;
    private final Random random;
    private final Map<String, Integer> killsByPlace = new HashMap<>();
    private long ordinaryMillis;
    private int builds;
    private int kills;
    private int creates;
    private int unknowns;
    private int duplicates;

    KilledBuilds(Launcher launcher, PaidServer server, Path folder, long seed) {
        this.launcher = launcher;
        this.server = server;
        this.folder = folder;
        this.random = new Random(seed);
    }

    /** Kills so many builds; a set of videos is begun again and again until then. */
    Summary run(int wantedKills) throws IOException, InterruptedException {
        int sets = 0;
        measure();
        while (kills < wantedKills) {
            sets++;
            render(set("set-" + sets), wantedKills);
            System.out.println("So far: " + summary(sets));
        }
        return summary(sets);
    }

    private Summary summary(int sets) {
        return new Summary(sets, builds, kills, new TreeMap<>(killsByPlace), creates, unknowns, duplicates);
    }

    /** How long a build takes that nobody kills, so that kills by time fall into one. */
    private void measure() throws IOException, InterruptedException {
        VideoSet videos = set("measured");
        long start = System.nanoTime();
        Process build = launcher.start(videos, server.endpoint(), Set.of(), videos.log());
        assertThat(build.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).isTrue();
        ordinaryMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        assertThat(build.exitValue()).as(Files.readString(videos.log())).isZero();
        new Delivered(videos, server).assertComplete();
    }

    private VideoSet set(String id) throws IOException {
        Path build = Files.createDirectories(folder.resolve(id));
        return new VideoSet(id, VIDEOS, build, folder.resolve("cache"));
    }

    private void render(VideoSet videos, int wantedKills) throws IOException, InterruptedException {
        Delivered delivered = new Delivered(videos, server);
        Set<String> resubmit = new HashSet<>();
        Map<String, Integer> allowed = new HashMap<>();
        for (int build = 1; ; build++) {
            assertThat(build).as("builds of " + videos.id()).isLessThan(MOST_BUILDS);
            Moment moment =
                    kills < wantedKills ? Moment.random(random, MOST_REQUESTS, ordinaryMillis) : new Moment.Never();
            if (isKilled(videos, resubmit, moment)) {
                delivered.assertNoHalfClips();
                continue;
            }
            String log = Files.readString(videos.log());
            List<String> unknown = delivered.withStatus("unknown");
            assertThat(delivered.withStatus("completed").size() + unknown.size())
                    .as(log)
                    .isEqualTo(videos.count());
            if (unknown.isEmpty()) {
                break;
            }
            assertThat(log).contains(unknown);
            unknowns += unknown.size();
            unknown.forEach(name -> allowed.merge(name, 1, Integer::sum));
            resubmit.addAll(unknown);
        }
        delivered.assertComplete();
        for (String name : videos.names()) {
            int jobs = server.jobs(videos.prompt(name)).size();
            creates += jobs;
            duplicates += Math.max(0, jobs - 1 - allowed.getOrDefault(name, 0));
        }
    }

    /** Runs one build; true when it was killed before it had ended. */
    private boolean isKilled(VideoSet videos, Set<String> resubmit, Moment moment)
            throws IOException, InterruptedException {
        builds++;
        Process build = launcher.start(videos, server.endpoint(), resubmit, videos.log());
        if (moment instanceof Moment.AtRequest request) {
            server.set(new Trap(request, List.of(build), () -> {}));
        } else if (moment instanceof Moment.AfterStart time) {
            PaidServer.killLater(build, time.millis());
        }
        boolean ended = build.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
        server.disarm();
        if (!ended) {
            build.destroyForcibly();
        }
        assertThat(ended).as("a build hangs: " + Files.readString(videos.log())).isTrue();
        // 128 + SIGKILL, as the JDK tells it on Unix.
        boolean killed = build.exitValue() == 137;
        if (killed) {
            kills++;
            String place =
                    moment instanceof Moment.AtRequest request ? request.where().name() : "BY_TIME";
            killsByPlace.merge(place, 1, Integer::sum);
        }
        return killed;
    }
}
