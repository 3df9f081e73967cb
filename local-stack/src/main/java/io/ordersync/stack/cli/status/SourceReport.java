package io.ordersync.stack.cli.status;

import com.fasterxml.jackson.databind.JsonNode;
import io.ordersync.connect.client.ConnectClient;
import io.ordersync.connect.client.ConnectorStatus;
import io.ordersync.stack.cli.context.Console;
import io.ordersync.stack.connect.BinlogPosition;
import io.ordersync.stack.connect.PolledPosition;
import io.ordersync.stack.server.ConnectWorker;
import io.ordersync.stack.server.MariaDb;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Each source's committed position: its distance to the end of the binary log, or how far it has read its tables. Connect
 * commits every 5 seconds, so under load a source that keeps up is as many bytes behind as 5 seconds write.
 */
public record SourceReport(Console console) {

    /** Shows nothing if the worker has no source. */
    public void show(ConnectWorker worker, MariaDb mariaDb) {
        try {
            ConnectClient connect = worker.connect();
            List<String> sources = connect.connectors().stream()
                    .filter(connector -> connector.type().equals("source"))
                    .map(ConnectorStatus::name)
                    .toList();
            if (!sources.isEmpty()) {
                console.line("");
                console.line("%-22s %s".formatted("SOURCE", "POSITION"));
                show(sources, connect, BinaryLog.of(mariaDb));
            }
        } catch (IOException | SQLException e) {
            console.line("The positions of the sources are unknown: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void show(List<String> sources, ConnectClient connect, BinaryLog log)
            throws IOException, InterruptedException {
        for (String source : sources) {
            console.line("%-22s %s".formatted(source, position(log, connect.offsets(source))));
        }
    }

    private static String position(BinaryLog log, JsonNode offsets) {
        Optional<BinlogPosition> committed = BinlogPosition.committed(offsets);
        if (committed.isEmpty()) {
            List<String> polled = PolledPosition.committed(offsets);
            return polled.isEmpty() ? "has sent nothing yet" : String.join(", ", polled);
        }
        var bytes = log.bytesAfter(committed.get());
        return bytes.isPresent()
                ? "%d bytes of the binary log behind".formatted(bytes.getAsLong())
                : "needs a new snapshot: the server has deleted its file %s"
                        .formatted(committed.get().file());
    }
}
