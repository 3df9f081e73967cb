package io.ordersync.stack.cli.context;

import io.ordersync.stack.net.Ports;
import io.ordersync.stack.server.ConnectWorker;
import io.ordersync.stack.server.KafkaBroker;
import io.ordersync.stack.server.MariaDb;
import io.ordersync.stack.server.ServiceKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The default port of each part, unless the user has chosen another one. */
public final class FixedPorts implements Ports {

    private static final Map<String, Integer> DEFAULTS = Map.of(
            ServiceKind.ORDER.module(),
            8081,
            ServiceKind.CATALOG.module(),
            8082,
            ServiceKind.MARKETING.module(),
            8084,
            ConnectWorker.NAME,
            8083,
            KafkaBroker.NAME,
            9092,
            KafkaBroker.CONTROLLER,
            9093,
            MariaDb.NAME,
            3307);

    /** The port of the second instance; the third has the next port, and so on. */
    private static final Map<String, Integer> SECOND_INSTANCE =
            Map.of(ServiceKind.ORDER.module(), 8091, ServiceKind.CATALOG.module(), 8182);

    private static final Pattern INSTANCE = Pattern.compile("(.+-service)-([2-9]|[1-9][0-9])");

    private final Map<String, Integer> chosen;

    public FixedPorts(Map<String, Integer> chosen) {
        this.chosen = new LinkedHashMap<>(chosen);
        chosen.forEach(FixedPorts::requireValid);
    }

    @Override
    public int of(String part) {
        return chosen.getOrDefault(part, defaultPort(part));
    }

    Map<String, Integer> chosen() {
        return chosen;
    }

    private static int defaultPort(String part) {
        Matcher instance = INSTANCE.matcher(part);
        return instance.matches()
                ? SECOND_INSTANCE.get(instance.group(1)) + Integer.parseInt(instance.group(2)) - 2
                : DEFAULTS.get(part);
    }

    private static void requireValid(String part, int port) {
        Matcher instance = INSTANCE.matcher(part);
        if (!DEFAULTS.containsKey(instance.matches() ? instance.group(1) : part)) {
            throw new IllegalArgumentException("There is no part named %s. Choose one of %s"
                    .formatted(
                            part,
                            String.join(
                                    ", ", DEFAULTS.keySet().stream().sorted().toList())));
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException(
                    "%s cannot listen on port %d. Choose a port from 1 to 65535".formatted(part, port));
        }
    }
}
