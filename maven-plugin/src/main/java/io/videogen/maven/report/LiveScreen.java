package io.videogen.maven.report;

import java.io.PrintStream;
import java.util.List;

/**
 * A block of lines at the bottom of a terminal that is drawn anew in place. Log lines go above it. The cursor is always
 * left at the start of the line below the block, so that a build killed at any moment leaves a usable terminal.
 */
final class LiveScreen implements Screen {

    /** More would scroll a small terminal and then can not be replaced any more. */
    static final int MOST_LINES = 12;
    /** The real width is not known; a line that wraps can not be replaced. */
    static final int WIDTH = 78;

    private static final String UP_AND_ERASE = "\u001B[1A\u001B[2K";

    private final Screen log;
    private final PrintStream terminal;
    private int shown;

    /** @param terminal the terminal itself, not Maven's decorated standard output */
    LiveScreen(Screen log, PrintStream terminal) {
        this.log = log;
        this.terminal = terminal;
    }

    @Override
    public void info(String line) {
        erase();
        log.info(line);
    }

    @Override
    public void debug(String line) {
        erase();
        log.debug(line);
    }

    @Override
    public void warn(String line) {
        erase();
        log.warn(line);
    }

    @Override
    public boolean isLive() {
        return true;
    }

    @Override
    public void show(List<String> lines) {
        StringBuilder block = new StringBuilder(UP_AND_ERASE.repeat(shown));
        int most = lines.size() > MOST_LINES ? MOST_LINES - 1 : lines.size();
        lines.subList(0, most).forEach(line -> block.append(cut(line)).append('\n'));
        if (most < lines.size()) {
            block.append("... and ").append(lines.size() - most).append(" more\n");
        }
        shown = Math.min(lines.size(), MOST_LINES);
        terminal.print(block);
        terminal.flush();
    }

    @Override
    public void close() {
        erase();
    }

    private void erase() {
        terminal.print(UP_AND_ERASE.repeat(shown));
        terminal.flush();
        shown = 0;
    }

    private static String cut(String line) {
        return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 3) + "...";
    }
}
