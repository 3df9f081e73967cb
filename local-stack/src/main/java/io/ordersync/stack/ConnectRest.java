package io.ordersync.stack;

import java.io.IOException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a Connect worker tells of its connectors. */
record ConnectRest(String url) {

    private static final JsonMapper JSON = new JsonMapper();

    List<ConnectorStatus> connectors() throws IOException, InterruptedException {
        JsonNode all = JSON.readTree(Http.get(url + "/connectors?expand=status"));
        return all.propertyStream()
                .map(entry -> ConnectorStatus.of(entry.getValue().path("status")))
                .toList();
    }

    void requireRunning(String connector) throws IOException, InterruptedException {
        ConnectorStatus status =
                ConnectorStatus.of(JSON.readTree(Http.get("%s/connectors/%s/status".formatted(url, connector))));
        if (!status.isRunning()) {
            throw new IOException("connector %s is %s".formatted(connector, status.states()));
        }
    }
}
