package io.ordersync.stack;

import io.ordersync.stack.files.Checkout;
import io.ordersync.stack.mariadb.Secrets;
import io.ordersync.stack.process.ServerProcess;
import io.ordersync.stack.server.ConnectWorker;
import io.ordersync.stack.server.KafkaBroker;
import io.ordersync.stack.server.KeeperProcess;
import io.ordersync.stack.server.LocalServers;
import io.ordersync.stack.server.MariaDb;
import io.ordersync.stack.server.Servers;
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
    private final Servers servers;
    private final Map<String, ServerProcess> made = new LinkedHashMap<>();

    /** Every part as a process of this machine. */
    public StackParts(StackPlan plan, Checkout checkout) {
        this(plan, checkout, new LocalServers());
    }

    public StackParts(StackPlan plan, Checkout checkout, Servers servers) {
        this.plan = plan;
        this.checkout = checkout;
        this.servers = servers;
        this.secrets = new Secrets(plan.folders().data().resolve("secrets.properties"));
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
    public List<ServerProcess> planned() {
        List<ServerProcess> all = new ArrayList<>(List.of(mariaDb(), broker(), worker(), keeper()));
        all.addAll(plannedServices());
        return all;
    }

    /** Whoever uses another part stops before it; the parts of one group stop side by side. */
    synchronized List<List<ServerProcess>> stopOrder() {
        return List.of(
                made.values().stream().filter(SpringService.class::isInstance).toList(),
                named(KeeperProcess.NAME),
                named(ConnectWorker.NAME),
                named(KafkaBroker.NAME),
                named(MariaDb.NAME));
    }

    private List<ServerProcess> named(String name) {
        return made.containsKey(name) ? List.of(made.get(name)) : List.of();
    }

    private SpringService newService(ServiceKind kind, int number) {
        return new SpringService(kind, number, plan, checkout, broker(), mariaDb());
    }

    private <T extends ServerProcess> T once(Class<T> type, String name, Supplier<T> maker) {
        ServerProcess known = made.get(name);
        if (known == null) {
            known = maker.get();
            made.put(name, known);
        }
        return type.cast(known);
    }
}
