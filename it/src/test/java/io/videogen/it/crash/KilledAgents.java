package io.videogen.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Several machines with a cache each and one shared store render the same sets of videos at the same time. They are
 * killed one by one at random times, or some or all of them at once at a request, and start again until each has
 * everything.
 */
final class KilledAgents {

    /**
     * What happened.
     *
     * @param unknown submissions whose outcome a build reported as unknown; each is resubmitted by the user
     * @param duplicates jobs made without need
     */
    record Summary(int sets, int builds, int kills, int creates, int unknown, int duplicates) {

        /** One line for each number. */
        String table() {
            return String.join(
                    System.lineSeparator(),
                    "  sets of " + VIDEOS + " videos  " + sets,
                    "  builds started     " + builds,
                    "  builds killed      " + kills,
                    "  jobs created       " + creates,
                    "  reported unknown   " + unknown,
                    "  duplicates         " + duplicates);
        }
    }

    private static final int VIDEOS = 20;
    private static final int MOST_ROUNDS = 60;
    private static final int MOST_REQUESTS = 90;
    private static final long PATIENCE_MINUTES = 5;

    private final List<Launcher> agents;
    private final boolean freshCaches;
    private final PaidServer server;
    private final Path folder;
    private final Random random;
    private long ordinaryMillis;
    private int sets;
    private int builds;
    private int kills;
    private int creates;
    private int unknown;
    private int duplicates;

    /** @param freshCaches whether a build that follows a killed one finds an empty cache */
    KilledAgents(List<Launcher> agents, boolean freshCaches, PaidServer server, Path folder, long seed) {
        this.agents = agents;
        this.freshCaches = freshCaches;
        this.server = server;
        this.folder = folder;
        this.random = new Random(seed);
    }

    Summary run(int wantedKills) throws IOException, InterruptedException {
        long start = System.nanoTime();
        render("measured", 0);
        ordinaryMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        while (kills < wantedKills) {
            sets++;
            render("set-" + sets, wantedKills);
            System.out.println("So far: " + summary());
        }
        return summary();
    }

    private Summary summary() {
        return new Summary(sets, builds, kills, creates, unknown, duplicates);
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
        private void await(Map<String, Set<String>> lost, Set<String> resubmit)
                throws IOException, InterruptedException {
            boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
            if (!ended) {
                process.destroyForcibly();
            }
            String log = Files.readString(videos.log());
            assertThat(ended).as("a build hangs: " + log).isTrue();
            Delivered delivered = new Delivered(videos, server);
            // 128 + SIGKILL, as the JDK tells it on Unix.
            if (process.exitValue() == 137) {
                kills++;
                delivered.assertNoHalfClips();
                if (freshCaches) {
                    videos = new VideoSet(
                            videos.id(), VIDEOS, build, folder.resolve("cache-of-build-" + builds + "-" + kills));
                }
                return;
            }
            List<String> open = delivered.withStatus("unknown");
            assertThat(delivered.withStatus("completed").size() + open.size())
                    .as(log)
                    .isEqualTo(VIDEOS);
            delivered.unknownSince().forEach((name, since) -> lost.computeIfAbsent(name, ignored -> new HashSet<>())
                    .add(since));
            resubmit.addAll(open);
            done = open.isEmpty();
            if (done) {
                delivered.assertComplete();
            }
        }
    }

    private void render(String set, int wantedKills) throws IOException, InterruptedException {
        List<Agent> all = new ArrayList<>();
        for (int number = 0; number < agents.size(); number++) {
            all.add(new Agent(set, number));
        }
        Map<String, Set<String>> lost = new java.util.TreeMap<>();
        Set<String> resubmit = new HashSet<>();
        for (int round = 1; all.stream().anyMatch(agent -> !agent.done); round++) {
            assertThat(round).as("rounds of " + set).isLessThan(MOST_ROUNDS);
            List<Agent> running = all.stream().filter(agent -> !agent.done).toList();
            for (Agent agent : running) {
                agent.start(resubmit);
            }
            if (kills < wantedKills) {
                kill(running.stream().map(agent -> agent.process).toList(), round);
            }
            // A submission that is reported from now on may be submitted again, and only that.
            resubmit = new HashSet<>();
            for (Agent agent : running) {
                agent.await(lost, resubmit);
            }
            server.disarm();
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

    private void kill(List<Process> running, int round) {
        // What is left to do is done sooner.
        int share = round == 1 ? 1 : 3;
        Moment moment = Moment.random(random, MOST_REQUESTS / share, ordinaryMillis / share);
        if (moment instanceof Moment.AtRequest request) {
            // Some, so that others find what they leave, or all.
            List<Process> victims = new ArrayList<>(running);
            Collections.shuffle(victims, random);
            server.trap(request, victims.subList(random.nextInt(victims.size()), victims.size()));
            return;
        }
        for (Process process : running) {
            PaidServer.killLater(process, (long) (random.nextDouble() * ordinaryMillis / share));
        }
    }
}
