package io.ordersync.connect.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A connector as a worker knows it: its configuration, with placeholders instead of secrets, and its states. */
public record RegisteredConnector(ConnectorDefinition definition, ConnectorStatus status) {

    public String name() {
        return definition.name();
    }

    /** Empty if the worker has no complete answer yet, as in the moments after a registration. */
    static Optional<RegisteredConnector> of(JsonNode connector) {
        if (!(connector.at("/info/config") instanceof ObjectNode config)
                || connector.path("status").isEmpty()) {
            return Optional.empty();
        }
        ConnectorStatus status = ConnectorStatus.of(connector.path("status"));
        return Optional.of(new RegisteredConnector(ConnectorDefinition.of(status.name(), config), status));
    }
}
