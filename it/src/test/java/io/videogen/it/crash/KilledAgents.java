package io.videogen.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Several machines with a cache each and one shared store render the same sets of videos at the same time. They are
 * killed one by one at random times, or some or all of them at once at a request to the API or to the store, and start
 * again until each has everything.
 */
final class KilledAgents {

    /**
     * What happened.
     *
     * @param killsByPlace where they were killed
     * @param delivered clips that arrived where they belong, whole; all that were wanted, or there is no summary
     * @param unknown submissions whose outcome a build reported as unknown; each is resubmitted by the user
     * @param duplicates jobs made without need
     */
    record Summary(
            int sets,
            int builds,
            int kills,
            Map<Place, Integer> killsByPlace,
            int delivered,
            int creates,
            int unknown,
            int duplicates) {

        /** One line for each number. */
        String table() {
            return String.join(
                    System.lineSeparator(),
                    "  sets of " + VIDEOS + " videos  " + sets,
                    "  builds started     " + builds,
                    "  builds killed      " + kills + " " + killsByPlace,
                    "  clips delivered    " + delivered,
                    "  jobs created       " + creates,
                    "  reported unknown   " + unknown,
                    "  duplicates         " + duplicates);
        }
    }

    /** What a kill depends on. */
    enum Place {
        API,
        STORE,
        TIME
    }

    private static final int VIDEOS = 20;
    private static final int MOST_ROUNDS = 60;
    /** Then a set is let come to its end: what counts is how it stands there. */
    private static final int MOST_KILLS_OF_A_SET = 40;

    /** A build that is killed soon costs little; how far a set is on when it is killed, the kills before decide. */
    private static final int MOST_REQUESTS = 45;

    private static final int MOST_REQUESTS_TO_STORE = 120;
    private static final long PATIENCE_MINUTES = 5;

    private final List<Launcher> agents;
    private final boolean freshCaches;
    private final PaidServer server;
    private final WatchedStore store;
    private final Path folder;
    private final Random random;
    private final Map<Place, Integer> killsByPlace = new EnumMap<>(Place.class);
    private long ordinaryMillis;
    private int sets;
    private int builds;
    private int kills;
    private int delivered;
    private int creates;
    private int unknown;
    private int duplicates;

    /** @param freshCaches whether a build that follows a killed one finds an empty cache */
    KilledAgents(
            List<Launcher> agents, boolean freshCaches, PaidServer server, WatchedStore store, Path folder, long seed) {
        this.agents = agents;
        this.freshCaches = freshCaches;
        this.server = server;
        this.store = store;
        this.folder = folder;
        this.random = new Random(seed);
    }

    Summary run(int wantedKills) throws IOException, InterruptedException {
        // The first one leaves the class archive.
        render("warm", 0);
        long start = System.nanoTime();
        render("measured", 0);
        ordinaryMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        builds = 0;
        delivered = 0;
        creates = 0;
        while (kills < wantedKills) {
            sets++;
            render("set-" + sets, wantedKills);
            System.out.println("So far: " + summary());
        }
        return summary();
    }

    private Summary summary() {
        return new Summary(sets, builds, kills, new EnumMap<>(killsByPlace), delivered, creates, unknown, duplicates);
    }

    private final class Agent {
        private final Launcher launcher;
        private final Path build;
        private VideoSet videos;
        private Process process;
        private boolean done;

        private Agent(String set, int number) throws IOException {
            launcher = agents.get(number);
            build = Files.createDirectories(folder.resolve(set + "-agent-" + number));
            // What a killed build of an earlier set left in a cache is never looked at again where caches are new.
            videos = new VideoSet(
                    set, VIDEOS, build, folder.resolve((freshCaches ? set + "-cache-" : "cache-") + number));
        }

        private void start(Set<String> resubmit) throws IOException {
            builds++;
            process = launcher.start(videos, server.endpoint(), resubmit, videos.log());
        }

        /** Waits for the end of the build, and checks what it left. */
        private void await(Hunt hunt, Map<String, Set<String>> lost, Set<String> resubmit)
                throws IOException, InterruptedException {
            boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
            if (!ended) {
                process.destroyForcibly();
            }
            String log = Files.readString(videos.log());
            assertThat(ended).as("a build hangs: " + log).isTrue();
            Delivered here = new Delivered(videos, server);
            // 128 + SIGKILL, as the JDK tells it on Unix.
            if (process.exitValue() == 137) {
                kills++;
                killsByPlace.merge(hunt.place(process), 1, Integer::sum);
                here.assertNoHalfClips();
                if (freshCaches) {
                    videos = new VideoSet(
                            videos.id(), VIDEOS, build, folder.resolve("cache-of-build-" + builds + "-" + kills));
                }
                return;
            }
            List<String> open = here.withStatus("unknown");
            assertThat(here.withStatus("completed").size() + open.size())
                    .as(log)
                    .isEqualTo(VIDEOS);
            here.unknownSince().forEach((name, since) -> lost.computeIfAbsent(name, ignored -> new HashSet<>())
                    .add(since));
            resubmit.addAll(open);
            done = open.isEmpty();
            if (done) {
                here.assertComplete();
                delivered += VIDEOS;
            }
        }
    }

    private void render(String set, int wantedKills) throws IOException, InterruptedException {
        List<Agent> all = new ArrayList<>();
        for (int number = 0; number < agents.size(); number++) {
            all.add(new Agent(set, number));
        }
        Map<String, Set<String>> lost = new TreeMap<>();
        Set<String> resubmit = new HashSet<>();
        int most = Math.min(wantedKills, kills + MOST_KILLS_OF_A_SET);
        for (int round = 1; all.stream().anyMatch(agent -> !agent.done); round++) {
            assertThat(round).as("rounds of " + set).isLessThan(MOST_ROUNDS);
            List<Agent> running = all.stream().filter(agent -> !agent.done).toList();
            for (Agent agent : running) {
                agent.start(resubmit);
            }
            Hunt hunt =
                    new Hunt(running.stream().map(agent -> agent.process).toList(), round, running.size() < all.size());
            if (kills < most) {
                hunt.next();
            }
            // A submission that is reported from now on may be submitted again, and only that.
            resubmit = new HashSet<>();
            for (Agent agent : running) {
                agent.await(hunt, lost, resubmit);
            }
            hunt.end();
        }
        VideoSet videos = all.get(0).videos;
        for (String name : videos.names()) {
            int jobs = server.jobs(videos.prompt(name)).size();
            int allowed = lost.getOrDefault(name, Set.of()).size();
            creates += jobs;
            unknown += allowed;
            duplicates += Math.max(0, jobs - 1 - allowed);
        }
    }

    /** The kills among builds that run together: one after another, until all are dead or done. */
    private final class Hunt {
        private final List<Process> running;
        private final Map<Process, Place> places = new HashMap<>();
        private final int share;
        private final boolean bought;
        private boolean over;

        /** @param bought whether all clips are in the store, so that nothing is asked of the API any more */
        private Hunt(List<Process> running, int round, boolean bought) {
            this.running = new ArrayList<>(running);
            // What is left to do is done sooner.
            this.share = round == 1 ? 1 : 3;
            this.bought = bought;
        }

        /** Sets a trap for some, so that others find what they leave, or for all. */
        private synchronized void next() {
            if (over || running.isEmpty()) {
                return;
            }
            Collections.shuffle(running, random);
            boolean atStore = bought || random.nextBoolean();
            Moment moment = Moment.random(
                    random, (atStore ? MOST_REQUESTS_TO_STORE : MOST_REQUESTS) / share, ordinaryMillis / share);
            if (moment instanceof Moment.AtRequest request) {
                List<Process> some = running.subList(random.nextInt(running.size()), running.size());
                List<Process> victims = List.copyOf(some);
                some.clear();
                victims.forEach(victim -> places.put(victim, atStore ? Place.STORE : Place.API));
                Trap trap = new Trap(request, victims, this::next);
                if (atStore) {
                    store.set(trap);
                } else {
                    server.set(trap);
                }
                return;
            }
            for (Process process : running) {
                places.put(process, Place.TIME);
                PaidServer.killLater(process, (long) (random.nextDouble() * ordinaryMillis / share));
            }
            running.clear();
        }

        private synchronized Place place(Process process) {
            return places.get(process);
        }

        private synchronized void end() {
            over = true;
            server.disarm();
            store.disarm();
        }
    }
}
