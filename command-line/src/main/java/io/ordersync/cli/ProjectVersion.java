package io.ordersync.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version that the build writes into this module's jar. */
final class ProjectVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = ProjectVersion.class.getPackage().getImplementationVersion();
        return new String[] {"order-sync " + Optional.ofNullable(version).orElse("(development build)")};
    }
}
