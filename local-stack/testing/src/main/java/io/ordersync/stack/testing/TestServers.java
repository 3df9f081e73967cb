package io.ordersync.stack.testing;

import io.ordersync.stack.server.LocalServers;
import io.ordersync.stack.server.Servers;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * What tests run on: containers where the module that makes them is on the class path and Docker answers, else
 * processes. {@code -Dstack=embedded} and {@code -Dstack=containers} leave no choice.
 */
public final class TestServers {

    private static final Logger LOG = System.getLogger(TestServers.class.getName());
    private static final String SWITCH = "stack";

    private TestServers() {}

    static Servers choose() {
        Servers servers = chosen(System.getProperty(SWITCH, ""));
        LOG.log(Level.INFO, "Broker, worker and MariaDB of this test are {0}", servers);
        return servers;
    }

    private static Servers chosen(String kind) {
        return switch (kind) {
            case "embedded" -> new LocalServers();
            case "containers" -> containers().map(TestServers::required).orElseGet(LocalServers::new);
            case "" -> containers().filter(TestServers::canBeHad).orElseGet(LocalServers::new);
            default -> throw new IllegalStateException("-D%s=%s: embedded or containers".formatted(SWITCH, kind));
        };
    }

    /** None in the modules whose tests look into processes. */
    private static Optional<Servers> containers() {
        return ServiceLoader.load(Servers.class).findFirst();
    }

    private static Servers required(Servers servers) {
        servers.obstacle().ifPresent(reason -> {
            throw new IllegalStateException("-D%s=containers: %s".formatted(SWITCH, reason));
        });
        return servers;
    }

    private static boolean canBeHad(Servers servers) {
        Optional<String> obstacle = servers.obstacle();
        obstacle.ifPresent(reason -> LOG.log(Level.INFO, "No containers: {0}", reason));
        return obstacle.isEmpty();
    }
}
