package io.ordersync.stack.cli.status;

import io.ordersync.stack.cli.workplace.Console;
import io.ordersync.stack.server.KafkaBroker;
import io.ordersync.stack.server.ServiceKind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.common.errors.ApiException;

/** How many records each consumer group has still to read: first catalog-service, then the connectors. */
public record LagReport(Console console) {

    private static final int BOUND_MILLIS = 5000;
    private static final String CONNECTOR_GROUPS = "connect-";

    public void show(KafkaBroker broker) {
        console.line("");
        console.line("%-22s %s".formatted("CONSUMER GROUP", "LAG"));
        Map<String, Object> client = Map.of(
                "bootstrap.servers", broker.bootstrapServers(),
                "request.timeout.ms", BOUND_MILLIS,
                "default.api.timeout.ms", BOUND_MILLIS);
        try (Admin admin = Admin.create(client)) {
            for (String group : groups(admin)) {
                long lag = new ConsumerLag(admin, broker.bootstrapServers()).of(group);
                console.line("%-22s %d".formatted(group, lag));
            }
        } catch (ExecutionException | TimeoutException | ApiException e) {
            console.line("unknown: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> groups(Admin admin) throws ExecutionException, InterruptedException, TimeoutException {
        return admin.listGroups().all().get(BOUND_MILLIS, TimeUnit.MILLISECONDS).stream()
                .map(GroupListing::groupId)
                .filter(group -> group.equals(ServiceKind.CATALOG.module()) || group.startsWith(CONNECTOR_GROUPS))
                .sorted(Comparator.comparing((String group) -> group.startsWith(CONNECTOR_GROUPS))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }
}
