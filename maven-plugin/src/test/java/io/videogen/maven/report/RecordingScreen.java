package io.videogen.maven.report;

import java.util.ArrayList;
import java.util.List;

/** A screen that keeps what it is told. */
final class RecordingScreen implements Screen {

    final List<String> lines = new ArrayList<>();
    final boolean live;
    List<String> shown = List.of();

    RecordingScreen(boolean live) {
        this.live = live;
    }

    @Override
    public void info(String line) {
        lines.add(line);
    }

    @Override
    public void warn(String line) {
        lines.add("WARN " + line);
    }

    @Override
    public boolean isLive() {
        return live;
    }

    @Override
    public void show(List<String> block) {
        shown = block;
    }

    @Override
    public void close() {
        shown = List.of();
    }
}
