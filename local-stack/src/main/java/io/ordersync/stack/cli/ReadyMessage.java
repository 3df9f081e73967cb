package io.ordersync.stack.cli;

import io.ordersync.stack.LocalStack;
import io.ordersync.stack.cli.context.Console;
import io.ordersync.stack.net.Ports;
import io.ordersync.stack.server.ConnectWorker;
import io.ordersync.stack.server.KafkaBroker;
import io.ordersync.stack.server.StackPlan;
import io.ordersync.stack.server.StackPlan.Feature;

/** Addresses, the file with the passwords and first requests: printed when everything is ready. */
record ReadyMessage(LocalStack stack, StackPlan plan) {

    private static final String EXAMPLE = """

              curl -X POST %1$s/orders -H "Authorization: Bearer $(./run token user-1)" \\
                -H 'Content-Type: application/json' -d '{"productId":"CATALOG-001","qty":2,"unitPrice":1500}'
              curl -H "Authorization: Bearer $(./run token user-1)" '%1$s/orders'
            """;

    private static final String OPEN_EXAMPLE = """

              curl -X POST %1$s/orders -H 'Content-Type: application/json' \\
                -d '{"userId":"user-1","productId":"CATALOG-001","qty":2,"unitPrice":1500}'
              curl '%1$s/orders?userId=user-1'
            """;

    private static final String REPLICA_EXAMPLE = """
              curl -H "Authorization: Bearer $(./run token user-1 --role marketing)" '%1$s/syncOrders'
            """;

    private static final String OPEN_REPLICA_EXAMPLE = """
              curl '%1$s/syncOrders'
            """;

    private static final String POLLING_EXAMPLE = """
              ./run mariadb -e "INSERT INTO users (user_id, pwd, name) VALUES ('1', 'a hash', 'Kim')"
              ./run mariadb -e 'SELECT * FROM my_topic_users'
            """;

    void printTo(Console console) {
        console.line("Ready");
        plan.serviceNames().forEach(name -> address(console, name, "http://%s:%d", name));
        address(console, "Kafka Connect", "http://%s:%d", ConnectWorker.NAME);
        address(console, "Kafka", "%s:%d", KafkaBroker.NAME);
        line(console, "MariaDB", stack.mariaDb().jdbcUrl());
        line(console, "Passwords", stack.parts().secrets().file().toString());
        line(console, "Connect's token", stack.worker().token().path().toString());
        boolean open = plan.has(Feature.OPEN);
        (open ? OPEN_EXAMPLE : EXAMPLE)
                .formatted(stack.orderService(1).url())
                .lines()
                .forEach(console::line);
        if (plan.has(Feature.CDC)) {
            (open ? OPEN_REPLICA_EXAMPLE : REPLICA_EXAMPLE)
                    .formatted(stack.marketingService().url())
                    .lines()
                    .forEach(console::line);
        }
        if (plan.has(Feature.POLLING)) {
            POLLING_EXAMPLE.lines().forEach(console::line);
        }
        console.line("");
    }

    private void address(Console console, String label, String pattern, String part) {
        line(console, label, pattern.formatted(Ports.HOST, plan.ports().of(part)));
    }

    private static void line(Console console, String label, String value) {
        console.line("  %-18s %s".formatted(label, value));
    }
}
