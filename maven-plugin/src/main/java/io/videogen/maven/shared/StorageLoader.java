package io.videogen.maven.shared;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/**
 * Loads the client of a storage: of the plugin's classes it sees the library alone. So its libraries clash with none,
 * and what they log goes nowhere, which under {@code mvn -X} would hold a session's token.
 */
final class StorageLoader extends URLClassLoader {

    private static final String LIBRARY = "io.videogen.core.";

    private final ClassLoader plugin;

    private StorageLoader(URL[] jars, ClassLoader plugin) {
        super(jars, ClassLoader.getPlatformClassLoader());
        this.plugin = plugin;
    }

    static StorageLoader of(List<Path> jars) {
        return new StorageLoader(
                jars.stream().map(StorageLoader::url).toArray(URL[]::new), StorageLoader.class.getClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        return name.startsWith(LIBRARY) ? plugin.loadClass(name) : super.findClass(name);
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("No URL for \"" + jar + "\"", e);
        }
    }
}
