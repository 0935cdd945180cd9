package io.videogen.maven.build;

/** What executions of a goal declare. */
public enum Declares {
    /** For {@code generate}, and for {@code plan}, which looks at the same executions. */
    VIDEOS("generate", "videos"),
    /** For {@code film}. */
    FILMS("film", "films");

    private final String goal;
    private final String list;

    Declares(String goal, String list) {
        this.goal = goal;
        this.list = list;
    }

    String goal() {
        return goal;
    }

    /** The element that holds them. */
    String list() {
        return list;
    }
}
