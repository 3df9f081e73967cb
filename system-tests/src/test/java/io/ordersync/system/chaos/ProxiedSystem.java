package io.ordersync.system.chaos;

import io.ordersync.stack.LocalStack;
import io.ordersync.stack.testing.TestStacks;
import io.ordersync.system.chaos.clock.ClockShift;
import io.ordersync.system.fixture.OrderSystem;
import io.ordersync.system.fixture.Timeouts;
import java.time.Duration;
import java.util.List;

/**
 * Two instances of each service, worker, keeper, broker and MariaDB, each a process of its own; broker and MariaDB are
 * reached through proxies. The second order-service has another time of day than everything else.
 */
record ProxiedSystem(LocalStack stack, OrderSystem orderSystem, NetworkLink linkToMariaDb, NetworkLink linkToBroker)
        implements AutoCloseable {

    /** @param clockShift how far the clock of the second order-service is ahead; negative if it is behind */
    static ProxiedSystem start(String name, Timeouts timeouts, Duration clockShift) {
        LocalStack stack = TestStacks.ofProcesses(name, 2, 2);
        ClockShift.apply(stack.orderService(2), clockShift);
        TcpProxy mariaDb = TcpProxy.open();
        TcpProxy broker = TcpProxy.open();
        try {
            mariaDb.forwardTo(stack.mariaDb().advertise(mariaDb.port()).port());
            broker.forwardTo(stack.broker().advertise(broker.port()).port());
            return new ProxiedSystem(
                    stack,
                    OrderSystem.of(timeouts.applyTo(stack, 2).startAllOrClose()),
                    new NetworkLink("link to mariadb", mariaDb),
                    new NetworkLink("link to kafka", broker));
        } catch (RuntimeException | Error e) {
            mariaDb.close();
            broker.close();
            throw e;
        }
    }

    List<NetworkLink> links() {
        return List.of(linkToMariaDb, linkToBroker);
    }

    @Override
    public void close() {
        orderSystem.close();
        linkToMariaDb.proxy().close();
        linkToBroker.proxy().close();
    }
}
