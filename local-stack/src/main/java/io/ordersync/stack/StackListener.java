package io.ordersync.stack;

import io.ordersync.stack.lifecycle.Part;
import java.time.Duration;

/** Is called when a part of a stack starts, is ready, stops and has stopped; from several threads. */
public interface StackListener {

    StackListener SILENT = new StackListener() {};

    default void starting(Part part) {}

    default void ready(Part part, Duration took) {}

    default void stopping(Part part) {}

    default void stopped(Part part, Duration took) {}

    /** Called when all parts have stopped. */
    default void closed() {}
}
