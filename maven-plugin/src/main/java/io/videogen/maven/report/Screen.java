package io.videogen.maven.report;

import java.util.List;
import org.apache.maven.plugin.logging.Log;

/** Where progress is shown. Callers keep their calls apart. */
public interface Screen extends AutoCloseable {

    /** Adds a line that stays. */
    void info(String line);

    /** Adds a warning that stays. */
    void warn(String line);

    /** Adds a line for those who look for a cause ({@code -X}). */
    default void debug(String line) {}

    /** Whether {@link #show} shows anything; if not, jobs in flight are told by a line a minute. */
    boolean isLive();

    /** Replaces the lines of the jobs in flight. */
    void show(List<String> lines);

    /** Takes the lines of the jobs in flight away. */
    @Override
    void close();

    /** Lines of Maven's log and nothing else: for CI servers, {@code -B}, {@code -ntp} and dumb terminals. */
    static Screen plain(Log log) {
        return new Screen() {
            @Override
            public void info(String line) {
                log.info(line);
            }

            @Override
            public void debug(String line) {
                log.debug(line);
            }

            @Override
            public void warn(String line) {
                log.warn(line);
            }

            @Override
            public boolean isLive() {
                return false;
            }

            @Override
            public void show(List<String> lines) {
                // Nothing can be replaced in a log.
            }

            @Override
            public void close() {
                // Nothing to take away.
            }
        };
    }
}
