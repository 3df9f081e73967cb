package io.ordersync.stack.cli.status;

import io.ordersync.connect.client.ConnectClient;
import io.ordersync.connect.client.ConnectorStatus;
import io.ordersync.stack.cli.context.Console;
import io.ordersync.stack.connect.BinlogPosition;
import io.ordersync.stack.server.ConnectWorker;
import io.ordersync.stack.server.MariaDb;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The distance from each source's committed position to the end of the binary log. Connect commits every 5 seconds, so
 * under load a source that keeps up is as many bytes behind as 5 seconds write.
 */
public record SourceReport(Console console) {

    public void show(ConnectWorker worker, MariaDb mariaDb) {
        console.line("");
        console.line("%-22s %s".formatted("SOURCE", "BEHIND"));
        try {
            BinaryLog log = BinaryLog.of(mariaDb);
            ConnectClient connect = worker.connect();
            for (ConnectorStatus connector : connect.connectors()) {
                if (connector.type().equals("source")) {
                    Optional<BinlogPosition> committed = BinlogPosition.committed(connect.offsets(connector.name()));
                    console.line("%-22s %s".formatted(connector.name(), behind(log, committed)));
                }
            }
        } catch (IOException | SQLException e) {
            console.line("unknown: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String behind(BinaryLog log, Optional<BinlogPosition> committed) {
        if (committed.isEmpty()) {
            return "not started";
        }
        var bytes = log.bytesAfter(committed.get());
        return bytes.isPresent()
                ? "%d bytes of the binary log".formatted(bytes.getAsLong())
                : "needs a new snapshot: the server has deleted its file %s"
                        .formatted(committed.get().file());
    }
}
