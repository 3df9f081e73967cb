package io.ordersync.benchmarks.measure;

/** One of the implementations that are compared: it does the work of a stage once and measures its speed. */
public interface Candidate {

    /** Unique among the candidates of one comparison. */
    String name();

    double measure() throws Exception;
}
