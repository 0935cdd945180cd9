package io.videogen.core.advice;

import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * How a front end says what its users can do. Found by {@link ServiceLoader}; without one, plain words are used. A file beside
 * the class, such as {@code MavenWords_de.properties}, translates the advice by its names.
 */
public interface HostWords {

    /** The name of a setting, as users write it. */
    default String name(Setting setting) {
        return setting.word();
    }

    /** A phrase in the imperative, without a capital or full stop; empty if the host has nothing of the kind. */
    default String phrase(Advice advice) {
        return advice.plain();
    }

    /** The front end's words, looked up when the first text needs them. */
    final class Found {
        static final HostWords WORDS = find();

        private Found() {}

        private static HostWords find() {
            try {
                // The loader of this class sees the front end's too; that of the thread may be anybody's.
                Iterator<HostWords> found = ServiceLoader.load(HostWords.class, HostWords.class.getClassLoader())
                        .iterator();
                return found.hasNext() ? found.next() : new HostWords() {};
            } catch (ServiceConfigurationError e) {
                // An advice in plain words is better than none.
                return new HostWords() {};
            }
        }
    }
}
