package io.ordersync.system.chaos;

import io.ordersync.contract.Topics;
import io.ordersync.stack.LocalStack;
import io.ordersync.stack.lifecycle.Part;
import io.ordersync.system.fixture.OrdersTopic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** The faults of processes and of the network between them. The random generator chooses how long each lasts. */
final class InjectedFaults {

    private static final Duration OUTAGE = Duration.ofSeconds(30);
    private static final Duration LATENCY = Duration.ofMillis(50);

    private final ProxiedSystem system;
    private final int sessionMillis;
    private final Random random;
    private final IdFlood flood;
    private final TableRestore tables;
    private final ViewLag view;

    /** @param session the longest session time-out of a consumer group */
    InjectedFaults(ProxiedSystem system, Duration session, Random random, Answers answers, ViewLag view) {
        this.view = view;
        this.flood = new IdFlood(system.orderSystem(), answers);
        this.tables = new TableRestore(system.stack().mariaDb());
        this.system = system;
        this.sessionMillis = (int) session.toMillis();
        this.random = random;
    }

    /** Every fault of every part once, in random order. */
    List<InjectedFault> all() {
        List<InjectedFault> faults = new ArrayList<>();
        for (Part part : parts()) {
            faults.addAll(List.of(killed(part), terminated(part), frozen(part)));
        }
        faults.addAll(List.of(outage(stack().mariaDb()), outage(stack().broker())));
        Stream.of(system.linkToMariaDb(), system.linkToBroker())
                .forEach(link -> faults.addAll(List.of(slow(link), cut(link), halfOpen(link))));
        faults.addAll(faultsOfData());
        Collections.shuffle(faults, random);
        return faults;
    }

    /** Each kind of fault once, for randomly chosen parts, in random order. */
    List<InjectedFault> oneOfEachKind() {
        List<InjectedFault> faults = new ArrayList<>(List.of(
                killed(oneOf(List.of(stack().mariaDb(), stack().broker()))),
                killed(stack().worker()),
                terminated(stack().orderService(1 + random.nextInt(2))),
                frozen(stack().catalogService(1 + random.nextInt(2))),
                slow(oneOf(system.links())),
                cut(system.linkToBroker()),
                halfOpen(system.linkToMariaDb())));
        faults.addAll(faultsOfData());
        Collections.shuffle(faults, random);
        return faults;
    }

    /**
     * Faults of topics, tables and requests. The topic {@code orders} is not deleted: it would lose accepted orders that
     * nobody has read yet.
     */
    private List<InjectedFault> faultsOfData() {
        return List.of(partitionsAdded(), deadLetterTopicsDeleted(), madeUpIds(), tablesRestored());
    }

    private InjectedFault partitionsAdded() {
        return InjectedFault.alone(
                "topic orders",
                "3 more partitions",
                Duration.ZERO,
                () -> topic().growTo(topic().ends().size() + 3),
                () -> {});
    }

    private InjectedFault deadLetterTopicsDeleted() {
        return InjectedFault.alone(
                "topics of dead letters",
                "deleted",
                Duration.ZERO,
                () -> topic().delete(Topics.ORDERS_DLT, Topics.ORDERS_SINK_DLQ),
                () -> {});
    }

    private InjectedFault madeUpIds() {
        return InjectedFault.alone("clients", "made-up ids", millis(3_000, 5_000), flood::begin, flood::end);
    }

    private InjectedFault tablesRestored() {
        return InjectedFault.alone(
                "table orders", "restored from a dump", millis(2_000, 4_000), tables::dump, this::restoreTables);
    }

    private void restoreTables() {
        tables.restore();
        view.expectAll();
    }

    private OrdersTopic topic() {
        return system.orderSystem().topic();
    }

    private InjectedFault killed(Part part) {
        return new InjectedFault(
                part.name(), "SIGKILL", rank(part), millis(0, 3000), part::kill, () -> stack().start(part));
    }

    private InjectedFault terminated(Part part) {
        return new InjectedFault(
                part.name(), "SIGTERM", rank(part), millis(0, 3000), part::stop, () -> stack().start(part));
    }

    /** Freezes a part for longer than the session time-out of any consumer group. */
    private InjectedFault frozen(Part part) {
        return new InjectedFault(
                part.name(), "SIGSTOP", rank(part), aboutASession(2_000, 6_000), part::freeze, part::thaw);
    }

    private InjectedFault outage(Part part) {
        return new InjectedFault(part.name(), "away", rank(part), OUTAGE, part::kill, () -> stack().start(part));
    }

    private InjectedFault slow(NetworkLink link) {
        return new InjectedFault(
                link.name(),
                LATENCY.toMillis() + " ms latency",
                0,
                aboutASession(-2_000, 2_000),
                () -> link.proxy().delay(LATENCY),
                link.proxy()::heal);
    }

    private InjectedFault cut(NetworkLink link) {
        return new InjectedFault(
                link.name(), "cut", 0, millis(3_000, sessionMillis + 2_000), link.proxy()::cut, link.proxy()::heal);
    }

    private InjectedFault halfOpen(NetworkLink link) {
        return new InjectedFault(
                link.name(),
                "half-open",
                0,
                aboutASession(-5_000, 5_000),
                link.proxy()::dropSilently,
                link.proxy()::heal);
    }

    private LocalStack stack() {
        return system.stack();
    }

    private List<Part> parts() {
        return List.of(
                stack().mariaDb(),
                stack().broker(),
                stack().worker(),
                stack().keeper(),
                stack().orderService(1),
                stack().orderService(2),
                stack().catalogService(1),
                stack().catalogService(2));
    }

    private int rank(Part part) {
        return 1 + parts().indexOf(part);
    }

    private <T> T oneOf(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private Duration aboutASession(int least, int most) {
        return millis(sessionMillis + least, sessionMillis + most);
    }

    private Duration millis(int least, int most) {
        return Duration.ofMillis(least + random.nextInt(most - least));
    }
}
