package io.ordersync.setup.token;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The folder of the signing key: that of {@code ./run}, unless the program in a container names another. */
final class KeyFolder {

    /** Below the folder with the data of a system. */
    private static final String NAME = "tokens";

    @Option(names = "--keys", hidden = true, paramLabel = "FOLDER")
    private Path folder;

    Path path() {
        return folder == null ? Path.of(System.getProperty("ordersync.home", "."), ".local", "data", NAME) : folder;
    }
}
