package io.ordersync.system.course;

import io.ordersync.stack.LocalStack;
import io.ordersync.stack.cli.context.FixedPorts;
import io.ordersync.stack.cli.context.RunRecord;
import io.ordersync.stack.files.StackFolders;
import io.ordersync.stack.lifecycle.Part;
import io.ordersync.stack.net.FreePorts;
import io.ordersync.stack.server.ConnectWorker;
import io.ordersync.stack.server.KafkaBroker;
import io.ordersync.stack.server.MariaDb;
import io.ordersync.stack.server.ServiceKind;
import io.ordersync.stack.server.StackPlan;
import io.ordersync.stack.server.StackPlan.Feature;
import io.ordersync.stack.testing.TestStacks;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The system that a reader of the page has started, with what the script {@code ./run} knows about it. */
final class CourseSystem implements AutoCloseable {

    private static final Pattern ORDERS = Pattern.compile("--orders (\\d+)");

    private final LocalStack stack;
    private final StackPlan plan;
    private final FixedPorts ports;

    private CourseSystem(LocalStack stack, StackPlan plan, FixedPorts ports) {
        this.stack = stack;
        this.plan = plan;
        this.ports = ports;
    }

    /**
     * Starts what a command such as {@code ./run --detach --orders 2} starts, with empty data and on free ports.
     *
     * @throws IllegalArgumentException if the command has an option that this class does not know
     */
    static CourseSystem start(String command) throws IOException {
        String rest = command.replaceFirst(" --clean", "").replaceFirst(" --detach", "");
        Matcher orders = ORDERS.matcher(rest);
        int orderServices = orders.find() ? Integer.parseInt(orders.group(1)) : 1;
        Set<Feature> features = Stream.of(Feature.CDC, Feature.POLLING, Feature.OPEN)
                .filter(feature -> rest.contains(" --" + feature.label()))
                .collect(Collectors.toSet());
        if (!orders.replaceFirst("")
                .replaceAll(" --(cdc|polling|open)", "")
                .strip()
                .equals("./run")) {
            throw new IllegalArgumentException("The test cannot start a system with " + command);
        }
        LocalStack stack = TestStacks.ofProcesses("course", orderServices, 1, features);
        StackFolders folders =
                new StackFolders(stack.parts().secrets().file().getParent().getParent());
        FixedPorts ports = portsOf(stack, orderServices, features);
        StackPlan plan =
                StackPlan.of(folders, ports).withServices(orderServices, 1).withFeatures(features);
        stack.startAllOrClose();
        new RunRecord(folders).write(plan, ports, true);
        Files.createFile(folders.home().resolve("built")); // the build is complete
        return new CourseSystem(stack, plan, ports);
    }

    private static FixedPorts portsOf(LocalStack stack, int orderServices, Set<Feature> features) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        for (int n = 1; n <= orderServices; n++) {
            ports.put(ServiceKind.ORDER.instance(n), stack.orderService(n).port());
        }
        ports.put(ServiceKind.CATALOG.module(), stack.catalogService(1).port());
        if (features.contains(Feature.CDC)) {
            ports.put(ServiceKind.MARKETING.module(), stack.marketingService().port());
        }
        ports.put(ConnectWorker.NAME, URI.create(stack.worker().url()).getPort());
        ports.put(
                KafkaBroker.NAME,
                URI.create("kafka://" + stack.broker().bootstrapServers()).getPort());
        ports.put(MariaDb.NAME, stack.mariaDb().port());
        return new FixedPorts(ports);
    }

    /** The folder that is {@code .local} in a checkout. */
    Path local() {
        return plan.folders().home();
    }

    PagePorts ports() {
        FixedPorts ofPage = new FixedPorts(Map.of());
        Map<Integer, Integer> used = new LinkedHashMap<>();
        plan.serviceNames().forEach(service -> used.put(ofPage.of(service), ports.of(service)));
        for (String part : Set.of(ConnectWorker.NAME, KafkaBroker.NAME, MariaDb.NAME)) {
            used.put(ofPage.of(part), ports.of(part));
        }
        FreePorts free = new FreePorts();
        used.put(8281, free.of("8281"));
        used.put(8282, free.of("8282"));
        return new PagePorts(used);
    }

    /** Kills the parts, because nobody needs their data. */
    @Override
    public void close() {
        stack.parts().planned().forEach(Part::kill);
        stack.close();
    }
}
