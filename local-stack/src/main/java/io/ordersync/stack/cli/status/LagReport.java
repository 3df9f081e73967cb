package io.ordersync.stack.cli.status;

import io.ordersync.stack.cli.context.Console;
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

/** The lag of each consumer group: first that of catalog-service, then those of the connectors. */
public record LagReport(Console console) {

    private static final int TIMEOUT_MILLIS = 5000;
    private static final String CONNECTOR_GROUPS = "connect-";

    public void show(KafkaBroker broker) {
        console.line("");
        console.line("%-22s %s".formatted("CONSUMER GROUP", "LAG"));
        Map<String, Object> client = Map.of(
                "bootstrap.servers", broker.bootstrapServers(),
                "request.timeout.ms", TIMEOUT_MILLIS,
                "default.api.timeout.ms", TIMEOUT_MILLIS);
        try (Admin admin = Admin.create(client)) {
            for (String group : groups(admin)) {
                console.line("%-22s %s".formatted(group, describe(new ConsumerLag(admin).measure(group))));
            }
        } catch (ExecutionException | TimeoutException | ApiException e) {
            console.line("unknown: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String describe(long lag) {
        return lag == 0 ? "0" : "at most %d (transaction markers count)".formatted(lag);
    }

    private static List<String> groups(Admin admin) throws ExecutionException, InterruptedException, TimeoutException {
        return admin.listGroups().all().get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS).stream()
                .map(GroupListing::groupId)
                .filter(group -> group.equals(ServiceKind.CATALOG.module()) || group.startsWith(CONNECTOR_GROUPS))
                .sorted(Comparator.comparing((String group) -> group.startsWith(CONNECTOR_GROUPS))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }
}
