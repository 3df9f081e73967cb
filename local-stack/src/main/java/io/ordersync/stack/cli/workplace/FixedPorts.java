package io.ordersync.stack.cli.workplace;

import io.ordersync.stack.net.Ports;
import io.ordersync.stack.server.ConnectWorker;
import io.ordersync.stack.server.KafkaBroker;
import io.ordersync.stack.server.MariaDb;
import io.ordersync.stack.server.ServiceKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ports that people expect, and the ones they chose instead. */
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

    /** Further instances: order-service 8091, 8092 and so on, catalog-service 8182, 8183 and so on. */
    private static final Map<String, Integer> FURTHER =
            Map.of(ServiceKind.ORDER.module(), 8091, ServiceKind.CATALOG.module(), 8182);

    private static final Pattern INSTANCE = Pattern.compile("(.+-service)-([2-9]|[1-9][0-9])");

    private final Map<String, Integer> chosen;

    public FixedPorts(Map<String, Integer> chosen) {
        this.chosen = new LinkedHashMap<>(chosen);
        chosen.forEach(FixedPorts::requireSense);
    }

    @Override
    public int of(String part) {
        return chosen.getOrDefault(part, usual(part));
    }

    Map<String, Integer> chosen() {
        return chosen;
    }

    private static int usual(String part) {
        Matcher instance = INSTANCE.matcher(part);
        return instance.matches()
                ? FURTHER.get(instance.group(1)) + Integer.parseInt(instance.group(2)) - 2
                : DEFAULTS.get(part);
    }

    private static void requireSense(String part, int port) {
        Matcher instance = INSTANCE.matcher(part);
        if (!DEFAULTS.containsKey(instance.matches() ? instance.group(1) : part)) {
            throw new IllegalArgumentException("There is no part named %s; ports can be chosen for %s"
                    .formatted(
                            part,
                            String.join(
                                    ", ", DEFAULTS.keySet().stream().sorted().toList())));
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("%d is not a port".formatted(port));
        }
    }
}
