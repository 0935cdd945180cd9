package io.videogen.maven.report;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;

/** Chooses between live lines and plain ones. */
public final class Screens {

    private static final Set<String> NO_CURSOR = Set.of("dumb", "unknown");

    private Screens() {}

    /** A live screen where a person watches a real terminal, else a plain one. */
    public static Screen of(MavenSession session, Log log) {
        Screen plain = Screen.plain(log);
        boolean live = log.isInfoEnabled()
                && !log.isDebugEnabled()
                && wantsProgress(session)
                && isTerminal(
                        System.console() != null,
                        Optional.ofNullable(System.getenv("TERM")),
                        Optional.ofNullable(System.getenv("CI")));
        return live ? new LiveScreen(plain, standardOutput()) : plain;
    }

    /** Standard output itself: Maven 4 puts a prefix before each line written to {@code System.out}. */
    public static PrintStream standardOutput() {
        System.out.flush();
        return new PrintStream(new FileOutputStream(FileDescriptor.out), false, Charset.defaultCharset());
    }

    /** Not with {@code -B}, not with {@code -ntp}, and not when other modules write between our lines. */
    private static boolean wantsProgress(MavenSession session) {
        Object transfer = session.getRepositorySession().getTransferListener();
        return session.getRequest().isInteractiveMode()
                && session.getRequest().getDegreeOfConcurrency() <= 1
                // Maven has no other trace of -ntp.
                && (transfer == null || !transfer.getClass().getSimpleName().startsWith("Quiet"));
    }

    static boolean isTerminal(boolean console, Optional<String> term, Optional<String> ci) {
        return console
                && ci.isEmpty()
                && term.map(name -> name.toLowerCase(Locale.ROOT))
                        .filter(name -> !name.isBlank() && !NO_CURSOR.contains(name))
                        .isPresent();
    }
}
