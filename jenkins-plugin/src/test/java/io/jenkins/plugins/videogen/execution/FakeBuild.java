package io.jenkins.plugins.videogen.execution;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Action;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.videogen.workspace.WorkspaceException;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import jenkins.model.RunAction2;

/** A build in memory: its actions survive the renders of a test, as build.xml survives a restart. */
final class FakeBuild implements BuildAccess {
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private final FakeRun run = new FakeRun();
    final EnvVars env = new EnvVars();
    volatile Runnable onSave = () -> {};
    StepKind kind = StepKind.PIPELINE;
    FilePath node = new FilePath(new File("workspace-that-nothing-needs"));

    String log() {
        return text.toString(StandardCharsets.UTF_8);
    }

    @Override
    public StepKind kind() {
        return kind;
    }

    @Override
    public FakeRun run() {
        return run;
    }

    @Override
    public TaskListener listener() {
        PrintStream out = new PrintStream(text, true, StandardCharsets.UTF_8);
        return () -> out;
    }

    @Override
    public EnvVars env() {
        return env;
    }

    @Override
    public FilePath workspace() {
        if (node != null) {
            return node;
        }
        throw WorkspaceException.away(new IOException("agent is offline"));
    }

    @Override
    public Launcher launcher() throws IOException {
        throw new IOException("agent is offline");
    }

    @Override
    public void save() {
        onSave.run();
    }

    /** A run whose disk may be full. */
    static final class FakeRun extends Run<FakeJob, FakeRun> {
        final FakeJob job = new FakeJob();
        String id = "job#" + UUID.randomUUID();
        volatile boolean diskFull;
        volatile Runnable onSave = () -> {};
        File rootDir = new File("build-folder-that-nothing-needs");

        @Override
        public void addAction(Action action) {
            super.addAction(action);
            if (action instanceof RunAction2 attached) {
                attached.onAttached(this);
            }
        }

        @Override
        public FakeJob getParent() {
            return job;
        }

        @Override
        public int getNumber() {
            return 12;
        }

        @Override
        public String getExternalizableId() {
            return id;
        }

        @Override
        public File getRootDir() {
            return rootDir;
        }

        @Override
        public void save() throws IOException {
            onSave.run();
            if (diskFull) {
                throw new IOException("No space left on device");
            }
        }
    }

    static final class FakeJob extends hudson.model.Job<FakeJob, FakeRun> {
        @Override
        public ItemGroup<? extends Item> getParent() {
            throw new UnsupportedOperationException();
        }

        volatile String name = "team/films/launch";

        @Override
        public String getFullName() {
            return name;
        }

        @Override
        public String getDisplayName() {
            return name;
        }

        @Override
        public File getRootDir() {
            throw new UnsupportedOperationException("nothing needs it");
        }

        @Override
        public void save() {}

        @Override
        public hudson.security.ACL getACL() {
            throw new UnsupportedOperationException("nothing needs it");
        }
    }
}
