package io.ordersync.stack.connect;

import io.ordersync.stack.net.Http;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a Connect worker tells of its connectors. */
public record ConnectRest(String url) {

    private static final JsonMapper JSON = new JsonMapper();

    public List<ConnectorStatus> connectors() throws IOException, InterruptedException {
        JsonNode all = JSON.readTree(Http.get(url + "/connectors?expand=status"));
        return all.propertyStream()
                .map(entry -> ConnectorStatus.of(entry.getValue().path("status")))
                .toList();
    }

    /** The names of the connectors that write topics. */
    public List<String> sources() throws IOException, InterruptedException {
        JsonNode all = JSON.readTree(Http.get(url + "/connectors?expand=status"));
        return all.propertyStream()
                .filter(entry ->
                        entry.getValue().at("/status/type").asString("").equals("source"))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** How far a source has committed that it has read the binary log; empty if it has not begun. */
    public Optional<BinlogPosition> committed(String source) throws IOException, InterruptedException {
        JsonNode offset = JSON.readTree(Http.get("%s/connectors/%s/offsets".formatted(url, source)))
                .at("/offsets/0/offset");
        return offset.hasNonNull("file")
                ? Optional.of(new BinlogPosition(
                        offset.get("file").asString(), offset.get("pos").asLong()))
                : Optional.empty();
    }

    public void requireRunning(String connector) throws IOException, InterruptedException {
        ConnectorStatus status =
                ConnectorStatus.of(JSON.readTree(Http.get("%s/connectors/%s/status".formatted(url, connector))));
        if (!status.isRunning()) {
            throw new IOException("connector %s is %s".formatted(connector, status.states()));
        }
    }
}
