package io.ordersync.stack.testing;

import io.ordersync.stack.server.ProcessFactory;
import io.ordersync.stack.server.ServerFactory;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * The servers of a test: containers if Docker answers and the module that makes them is on the class path, otherwise
 * processes. {@code -Dstack=embedded} and {@code -Dstack=containers} leave no choice.
 */
public final class TestServers {

    private static final Logger LOG = System.getLogger(TestServers.class.getName());
    private static final String SWITCH = "stack";

    private TestServers() {}

    static ServerFactory choose() {
        ServerFactory servers = chosen(System.getProperty(SWITCH, ""));
        LOG.log(Level.INFO, "Broker, worker and MariaDB of this test are {0}", servers);
        return servers;
    }

    private static ServerFactory chosen(String kind) {
        return switch (kind) {
            case "embedded" -> new ProcessFactory();
            case "containers" -> containers().map(TestServers::required).orElseGet(ProcessFactory::new);
            case "" -> containers().filter(TestServers::canBeHad).orElseGet(ProcessFactory::new);
            default -> throw new IllegalStateException("-D%s=%s: embedded or containers".formatted(SWITCH, kind));
        };
    }

    /** None in the modules whose tests look into processes. */
    private static Optional<ServerFactory> containers() {
        return ServiceLoader.load(ServerFactory.class).findFirst();
    }

    private static ServerFactory required(ServerFactory servers) {
        servers.obstacle().ifPresent(reason -> {
            throw new IllegalStateException("-D%s=containers: %s".formatted(SWITCH, reason));
        });
        return servers;
    }

    private static boolean canBeHad(ServerFactory servers) {
        Optional<String> obstacle = servers.obstacle();
        obstacle.ifPresent(reason -> LOG.log(Level.INFO, "No containers: {0}", reason));
        return obstacle.isEmpty();
    }
}
