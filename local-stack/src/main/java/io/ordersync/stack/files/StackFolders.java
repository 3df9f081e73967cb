package io.ordersync.stack.files;

import java.nio.file.Path;

/** Where a stack keeps its data, its logs and the ids of its processes. */
public record StackFolders(Path home) {

    public Path data() {
        return home.resolve("data");
    }

    /** The key that signs the tokens of REST. */
    public Path tokens() {
        return data().resolve("tokens");
    }

    /** What {@code io.ordersync.setup.certificate} makes: the authority's certificate is in {@code ca.pem}. */
    public Path certificates() {
        return data().resolve("certificates");
    }

    public Path logs() {
        return home.resolve("logs");
    }

    /** Files that are valid only while the stack runs. */
    public Path run() {
        return home.resolve("run");
    }
}
