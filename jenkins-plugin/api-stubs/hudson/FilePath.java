package hudson;

import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;

/** Files of this machine alone, enough to run a {@link FileCallable} in a unit test. */
public final class FilePath implements org.jenkinsci.remoting.SerializableOnlyOverRemoting {
    private static final long serialVersionUID = 1L;
    private final String remote;
    private final transient VirtualChannel channel;

    public FilePath(VirtualChannel channel, String remote) {
        this.channel = channel;
        this.remote = remote;
    }

    public FilePath(File localPath) {
        this(null, localPath.getPath());
    }

    public <T> T act(FileCallable<T> callable) throws IOException, InterruptedException {
        return callable.invoke(new File(remote), null);
    }

    @SuppressWarnings("unchecked")
    public <T> hudson.remoting.Future<T> actAsync(FileCallable<T> callable) throws IOException, InterruptedException {
        java.util.concurrent.FutureTask<T> task = new java.util.concurrent.FutureTask<>(() -> act(callable));
        task.run();
        return (hudson.remoting.Future<T>) java.lang.reflect.Proxy.newProxyInstance(
                FilePath.class.getClassLoader(), new Class<?>[] {hudson.remoting.Future.class}, (proxy, method, args) -> {
                    try {
                        return method.invoke(task, args);
                    } catch (java.lang.reflect.InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    public FilePath child(String relOrAbsolute) {
        return new FilePath(channel, new File(remote, relOrAbsolute).getPath());
    }

    public String getName() {
        return new File(remote).getName();
    }

    public String getRemote() {
        return remote;
    }

    public boolean isRemote() {
        return channel != null;
    }

    public void copyFrom(InputStream in) throws IOException, InterruptedException {
        java.nio.file.Files.copy(in, new File(remote).toPath(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    public interface FileCallable<T> extends Serializable, org.jenkinsci.remoting.RoleSensitive {
        T invoke(File f, VirtualChannel channel) throws IOException, InterruptedException;
    }
}
