package io.jenkins.plugins.videogen.page;

import hudson.model.Run;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What all builds of this Jenkins wait for just now. In memory on purpose: a restart begins with what is resumed. */
public final class RunningVideos {
    /** By the render that tells of itself. */
    private static final Map<String, Told> RUNNING = new ConcurrentHashMap<>();

    private RunningVideos() {}

    /** Tells where a render of a build stands. */
    public static void tell(Run<?, ?> run, String render, RunningVideo video) {
        RUNNING.put(render, new Told(run.getExternalizableId(), video));
    }

    /** A render ended, in whatever way. */
    public static void end(String render) {
        RUNNING.remove(render);
    }

    static List<RunningVideo> of(Run<?, ?> run) {
        String id = run.getExternalizableId();
        return RUNNING.values().stream()
                .filter(told -> told.run.equals(id))
                .map(Told::video)
                .sorted((one, other) -> one.getName().compareTo(other.getName()))
                .toList();
    }

    private record Told(String run, RunningVideo video) {}
}
