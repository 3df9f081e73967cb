package io.ordersync.stack;

import io.ordersync.stack.files.Checkout;
import io.ordersync.stack.lifecycle.Part;
import io.ordersync.stack.mariadb.Secrets;
import io.ordersync.stack.server.ConnectWorker;
import io.ordersync.stack.server.KafkaBroker;
import io.ordersync.stack.server.KeeperProcess;
import io.ordersync.stack.server.MariaDb;
import io.ordersync.stack.server.ProcessFactory;
import io.ordersync.stack.server.ServerFactory;
import io.ordersync.stack.server.ServiceKind;
import io.ordersync.stack.server.SpringService;
import io.ordersync.stack.server.StackPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The parts of one stack, each made when it is first asked for. */
public final class StackParts {

    private final StackPlan plan;
    private final Checkout checkout;
    private final Secrets secrets;
    private final ServerFactory servers;
    private final Map<String, Part> made = new LinkedHashMap<>();

    /** Every part as a process of this machine. */
    public StackParts(StackPlan plan, Checkout checkout) {
        this(plan, checkout, new ProcessFactory());
    }

    public StackParts(StackPlan plan, Checkout checkout, ServerFactory servers) {
        this.plan = plan;
        this.checkout = checkout;
        this.servers = servers;
        this.secrets = new Secrets(
                plan.folders().data().resolve("secrets.properties"), checkout.deployment("make-password.sh"));
    }

    public Secrets secrets() {
        return secrets;
    }

    public synchronized MariaDb mariaDb() {
        return once(MariaDb.class, MariaDb.NAME, () -> servers.mariaDb(plan, checkout, secrets));
    }

    public synchronized KafkaBroker broker() {
        return once(KafkaBroker.class, KafkaBroker.NAME, () -> servers.broker(plan, checkout));
    }

    public synchronized ConnectWorker worker() {
        return once(ConnectWorker.class, ConnectWorker.NAME, () -> servers.worker(plan, checkout, broker(), mariaDb()));
    }

    synchronized KeeperProcess keeper() {
        return once(
                KeeperProcess.class, KeeperProcess.NAME, () -> new KeeperProcess(plan, checkout, worker(), broker()));
    }

    synchronized SpringService service(ServiceKind kind, int number) {
        return once(SpringService.class, kind.instance(number), () -> newService(kind, number));
    }

    List<SpringService> plannedServices() {
        List<SpringService> services = new ArrayList<>();
        for (ServiceKind kind : ServiceKind.values()) {
            IntStream.rangeClosed(1, plan.instances(kind)).forEach(n -> services.add(service(kind, n)));
        }
        return services;
    }

    /** Every part that the plan names, in the order in which they depend on each other. */
    public List<Part> planned() {
        List<Part> all = new ArrayList<>(List.of(mariaDb(), broker(), worker(), keeper()));
        all.addAll(plannedServices());
        return all;
    }

    /** The parts that exist already. */
    synchronized List<Part> made() {
        return List.copyOf(made.values());
    }

    /** A part stops before the parts that it uses. The parts of one group stop at the same time. */
    synchronized List<List<Part>> stopOrder() {
        return List.of(
                made.values().stream().filter(SpringService.class::isInstance).toList(),
                named(KeeperProcess.NAME),
                named(ConnectWorker.NAME),
                named(KafkaBroker.NAME),
                named(MariaDb.NAME));
    }

    private List<Part> named(String name) {
        return made.containsKey(name) ? List.of(made.get(name)) : List.of();
    }

    private SpringService newService(ServiceKind kind, int number) {
        return new SpringService(kind, number, plan, checkout, broker(), mariaDb());
    }

    private <T extends Part> T once(Class<T> type, String name, Supplier<T> maker) {
        Part known = made.get(name);
        if (known == null) {
            known = maker.get();
            made.put(name, known);
        }
        return type.cast(known);
    }
}
