package io.videogen.it.bench;

/** One measurement with its limits. */
public interface Benchmark {

    /** Word that selects it, and name of its JSON file. */
    String name();

    Result run(Workshop workshop) throws Exception;
}
