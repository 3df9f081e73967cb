package io.ordersync.stack;

import java.nio.file.Path;

/** Where a stack keeps its data, its logs and the ids of its processes. */
record StackFolders(Path home) {

    Path data() {
        return home.resolve("data");
    }

    Path logs() {
        return home.resolve("logs");
    }

    /** What is true only while the stack runs. */
    Path run() {
        return home.resolve("run");
    }
}
