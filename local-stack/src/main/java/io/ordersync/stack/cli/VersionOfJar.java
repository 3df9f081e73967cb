package io.ordersync.stack.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version that the build has written into the jar. */
final class VersionOfJar implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Main.class.getPackage().getImplementationVersion();
        return new String[] {"order-sync " + Optional.ofNullable(version).orElse("(not from a jar)")};
    }
}
