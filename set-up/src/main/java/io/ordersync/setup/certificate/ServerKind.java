package io.ordersync.setup.certificate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of servers that have a certificate, each with the names by which its clients find it. */
public enum ServerKind {
    MARIADB("mariadb"),
    KAFKA("kafka", "kafka-2", "kafka-3", "brokers");

    private static final List<String> THIS_MACHINE = List.of("ip:127.0.0.1", "ip:::1", "dns:localhost");

    private final List<String> hosts;

    /** @param hosts the names in the compose file */
    ServerKind(String... hosts) {
        this.hosts = Arrays.asList(hosts);
    }

    /** The subject of the certificate, and the name of its folder. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Every name and address for which the certificate is valid, as keytool expects it. */
    String alternativeNames() {
        return Stream.concat(THIS_MACHINE.stream(), hosts.stream().map("dns:"::concat))
                .collect(Collectors.joining(","));
    }
}
