package io.ordersync.system.chaos;

import io.ordersync.stack.LocalStack;
import io.ordersync.stack.testing.TestStacks;
import io.ordersync.system.fixture.OrderSystem;
import java.util.List;

/** Two instances of each service, worker, keeper, broker and MariaDB, each a process, with proxies before the last two. */
record ProxiedSystem(LocalStack stack, OrderSystem shop, NetworkLink wayToMariaDb, NetworkLink wayToBroker)
        implements AutoCloseable {

    static ProxiedSystem start(String name) {
        LocalStack stack = TestStacks.ofProcesses(name, 2, 2);
        TcpProxy mariaDb = TcpProxy.open();
        TcpProxy broker = TcpProxy.open();
        try {
            mariaDb.to(stack.mariaDb().behind(mariaDb.port()).port());
            broker.to(stack.broker().behind(broker.port()).port());
            return new ProxiedSystem(
                    stack,
                    OrderSystem.of(stack.startedOrClosed()),
                    new NetworkLink("way to mariadb", mariaDb),
                    new NetworkLink("way to kafka", broker));
        } catch (RuntimeException | Error e) {
            mariaDb.close();
            broker.close();
            throw e;
        }
    }

    List<NetworkLink> ways() {
        return List.of(wayToMariaDb, wayToBroker);
    }

    @Override
    public void close() {
        shop.close();
        wayToMariaDb.proxy().close();
        wayToBroker.proxy().close();
    }
}
