package hudson;

public abstract class Launcher {
    public hudson.remoting.VirtualChannel getChannel() {
        throw new UnsupportedOperationException("stub");
    }

    public hudson.model.TaskListener getListener() {
        throw new UnsupportedOperationException("stub");
    }
}
