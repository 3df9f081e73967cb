package io.ordersync.stack.cli;

import io.ordersync.stack.cli.workplace.FixedPorts;
import io.ordersync.stack.cli.workplace.Workplace;
import io.ordersync.stack.server.StackPlan;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./run}: starts everything. */
@Command(
        name = "./run",
        header = "Runs the whole system on this machine: MariaDB, Kafka, Kafka Connect and the services.",
        description = "%nWithout a command it starts everything in the foreground; Ctrl-C stops it again."
                + " Data is kept in .local/data, logs are in .local/logs.%n",
        versionProvider = VersionOfJar.class,
        footerHeading = "%nKafka's own tools, with their own options, on the running stack:%n",
        footer = {
            "  kafka-topics, kafka-console-consumer, kafka-console-producer,",
            "  kafka-consumer-groups, kafka-configs",
            "  for example: ./run kafka-console-consumer --topic orders --from-beginning",
            "",
            "Orders that nobody could read or write, on the running stack:",
            "  dead-letters                    list them; more with dead-letters --help",
            "  dead-letters replay ADDRESS...  send them to the topic orders again"
        })
final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--clean", description = "Delete all data first.")
    private boolean clean;

    @Option(names = "--orders", paramLabel = "N", defaultValue = "1", description = "Instances of order-service (1).")
    private int orders;

    @Option(
            names = "--catalogs",
            paramLabel = "N",
            defaultValue = "1",
            description = "Instances of catalog-service (1).")
    private int catalogs;

    @Option(
            names = "--cdc",
            description = "Capture changes too: replicas of the tables users and orders, and marketing-service.")
    private boolean cdc;

    @Option(names = "--detach", description = "Leave it running in the background; end it with ./run stop.")
    private boolean detach;

    @Option(
            names = "--port",
            paramLabel = "NAME=PORT",
            description =
                    "Another port for order-service (8081; further instances order-service-2: 8091, -3: 8092 ...),"
                            + " catalog-service (8082; catalog-service-2: 8182 ...), marketing-service (8084), connect (8083),"
                            + " kafka (9092), kafka-controller (9093) or mariadb (3307). May be repeated.")
    private Map<String, Integer> ports = new LinkedHashMap<>();

    @Option(
            names = "--full-jit",
            description = "Give the services the JVM's second compiler: slower to start, faster under load.")
    private boolean fullJit;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    private boolean version;

    @Override
    public Integer call() throws Exception {
        Workplace workplace = Workplace.of(spec.commandLine().getOut());
        FixedPorts fixed = chosenPorts();
        StackPlan plan =
                new StackPlan(workplace.folders(), fixed, instances(orders), instances(catalogs), cdc, fullJit);
        try (Launcher launcher = new Launcher(workplace, plan, fixed)) {
            launcher.prepare(clean);
            return launcher.start() ? goOn(launcher) : CommandLine.ExitCode.SOFTWARE;
        }
    }

    private int goOn(Launcher launcher) throws Exception {
        return detach ? launcher.detach() : launcher.watch();
    }

    private FixedPorts chosenPorts() {
        try {
            return new FixedPorts(ports);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private int instances(int wanted) {
        if (wanted < 1 || wanted > 20) {
            throw new ParameterException(spec.commandLine(), wanted + " instances are not between 1 and 20");
        }
        return wanted;
    }
}
