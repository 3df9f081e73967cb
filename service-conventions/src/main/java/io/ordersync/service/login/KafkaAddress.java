package io.ordersync.service.login;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The address of a broker. */
record KafkaAddress(@Nullable String host, @Nullable String port) {

    static final String HOST = "KAFKA_HOST";
    static final String PORT = "KAFKA_PORT";

    private static final String SERVICE_LINK = "tcp://";

    Map<String, Object> properties() {
        if (host == null) {
            requireServiceLink();
            return Map.of();
        }
        if (port == null || !port.matches("\\d{1,5}")) {
            throw new InvalidKafkaVariable(
                    port == null
                            ? "%s is set, but %s is not.".formatted(HOST, PORT)
                            : "%s must be a port, but is %s.".formatted(PORT, port),
                    "Set %s to a number such as 9092. Kubernetes sets the variable to a URL if there is a Service named kafka;"
                                    .formatted(PORT)
                            + " enableServiceLinks: false in the pod prevents it.");
        }
        return Map.of("spring.kafka.bootstrap-servers", host + ":" + port);
    }

    /** A port without a host is an error, unless Kubernetes has set the variable for a Service named kafka. */
    private void requireServiceLink() {
        if (port != null && !port.startsWith(SERVICE_LINK)) {
            throw new InvalidKafkaVariable(
                    "%s is set, but %s is not.".formatted(PORT, HOST), "Set both variables, or none of them.");
        }
    }
}
