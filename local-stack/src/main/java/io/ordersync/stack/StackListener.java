package io.ordersync.stack;

import io.ordersync.stack.process.Part;
import java.time.Duration;

/** Hears what happens to the parts while a stack starts and stops; called from several threads. */
public interface StackListener {

    StackListener SILENT = new StackListener() {};

    default void starting(Part part) {}

    default void ready(Part part, Duration took) {}

    default void stopping(Part part) {}

    default void stopped(Part part, Duration took) {}

    /** Everything is stopped. */
    default void closed() {}
}
