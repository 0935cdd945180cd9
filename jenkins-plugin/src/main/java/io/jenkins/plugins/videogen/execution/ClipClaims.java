package io.jenkins.plugins.videogen.execution;

import hudson.AbortException;
import hudson.model.InvisibleAction;
import hudson.model.Run;
import io.jenkins.plugins.videogen.Messages;
import io.jenkins.plugins.videogen.workspace.ClipPaths;
import io.videogen.core.engine.Phase;
import io.videogen.core.engine.RenderState;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Which places the clips of a build have: paths in its workspaces, and names among its artifacts. Two branches that run
 * at once would else write one file, and one of two paid clips would be lost.
 *
 * <p>A part of build.xml, which the record of jobs writes before anything is sent: a clip keeps its place over a restart.
 */
final class ClipClaims extends InvisibleAction {
    private static final int MOST_NUMBERS = 10_000;

    /** The key of the record of jobs that has a place. Replaced as a whole: a build that is saved never sees it change. */
    private volatile Map<String, String> holders = new LinkedHashMap<>();

    private static ClipClaims of(Run<?, ?> run) {
        synchronized (run) {
            ClipClaims claims = run.getAction(ClipClaims.class);
            if (claims == null) {
                claims = new ClipClaims();
                run.addAction(claims);
            }
            return claims;
        }
    }

    /**
     * Takes places for the clips of a request; it may have them already, from another call of the build.
     *
     * @param wanted a default name is numbered until it is free
     * @param folder the folder that the names are in, told from those of other machines
     * @param artifacts whether the clips become artifacts by the same names
     * @param owner the render that asks, which counts as alive from now on
     * @throws AbortException if another clip of the build has a place that the user named
     */
    static ClipPaths claim(
            Run<?, ?> run, ClipPaths wanted, String folder, boolean artifacts, String recordKey, String owner)
            throws AbortException {
        ClipClaims claims = of(run);
        synchronized (claims) {
            LiveRenders.claim(run.getExternalizableId(), live(recordKey), owner);
            int most = wanted.isDefault() ? MOST_NUMBERS : 1;
            for (int number = 1; number <= most; number++) {
                ClipPaths paths = wanted.numbered(number);
                Map<String, String> taken = places(paths, folder, artifacts, recordKey);
                if (taken.keySet().stream().noneMatch(place -> claims.isHeldByAnother(run, place, recordKey))) {
                    claims.take(taken);
                    return paths;
                }
            }
            throw new AbortException(Messages.ClipClaims_Taken(wanted.file()));
        }
    }

    private static Map<String, String> places(ClipPaths paths, String folder, boolean artifacts, String recordKey) {
        Map<String, String> places = new LinkedHashMap<>();
        for (String name : paths.all()) {
            // Some file systems tell no "Demo.mp4" from "demo.mp4".
            String plain = name.replace('\\', '/').toLowerCase(Locale.ROOT);
            places.put("path " + folder + "/" + plain, recordKey);
            if (artifacts) {
                places.put("artifact " + plain, recordKey);
            }
        }
        return places;
    }

    /** A place is free again once the job that it was for has failed: a try with another model may use the name. */
    private boolean isHeldByAnother(Run<?, ?> run, String place, String recordKey) {
        String holder = holders.get(place);
        if (holder == null || holder.equals(recordKey)) {
            return false;
        }
        return LiveRenders.isClaimed(run.getExternalizableId(), live(holder))
                || BuildJobs.of(run)
                        .find(holder)
                        .map(job -> RenderState.fromJson(job.state()).phase() != Phase.FAILED)
                        .orElse(false);
    }

    private void take(Map<String, String> taken) {
        Map<String, String> next = new LinkedHashMap<>(holders);
        next.putAll(taken);
        holders = next;
    }

    private static String live(String recordKey) {
        return "clip of " + recordKey;
    }
}
