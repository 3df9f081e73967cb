package io.ordersync.stack.cli;

import io.ordersync.cli.CommandLines;
import io.ordersync.stack.cli.context.CommandContext;
import io.ordersync.stack.cli.context.FixedPorts;
import io.ordersync.stack.server.StackPlan;
import io.ordersync.stack.server.StackPlan.Feature;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
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
        header = "Run the whole system on this machine: MariaDB, Kafka, Kafka Connect and the services.",
        description = "%nWithout a command, ./run starts everything in the foreground. Ctrl-C stops it."
                + " Data is in .local/data, logs are in .local/logs.%n",
        subcommands = {StopCommand.class, StatusCommand.class, RenewCertificatesCommand.class},
        footerHeading = "%nMore commands; each has a --help of its own:%n",
        footer = {
            "  token         Print a token for the REST interfaces.",
            "  token-key     Print the public key that checks the tokens.",
            "  connect       Send a request to the Kafka Connect worker, with its token.",
            "  dead-letters  List the records of the topic orders that could not be",
            "                  processed, and send them to the topic again.",
            "  bench         Measure how fast each stage is.",
            "",
            "Kafka's tools, connected to the running system:",
            "  kafka-topics, kafka-console-consumer, kafka-console-producer,",
            "  kafka-consumer-groups, kafka-configs, kafka-metadata-quorum",
            "  Example: ./run kafka-console-consumer --topic orders --from-beginning",
            "",
            "MariaDB's client, connected to the running database as migrator:",
            "  mariadb",
            "  Example: ./run mariadb -e 'SELECT * FROM orders LIMIT 3'",
            "",
            "Exit code: 0 for success, 1 for a failure, 2 for a command line that was not",
            "understood."
        })
public final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--clean", description = "Delete all data before the start.")
    private boolean clean;

    @Option(
            names = "--orders",
            paramLabel = "N",
            defaultValue = "1",
            description = "Number of instances of order-service (default: 1).")
    private int orders;

    @Option(
            names = "--catalogs",
            paramLabel = "N",
            defaultValue = "1",
            description = "Number of instances of catalog-service (default: 1).")
    private int catalogs;

    @Option(
            names = "--cdc",
            description =
                    "Start change data capture as well: replicas of the tables users and orders, and marketing-service.")
    private boolean cdc;

    @Option(
            names = "--polling",
            description =
                    "Poll the table users into the topic my_topic_users as well, and write the topic into a table.")
    private boolean polling;

    @Option(
            names = "--open",
            description =
                    "For lessons: let services and worker take requests without a token, and the database connections"
                            + " without encryption. Everything listens on 127.0.0.1 only.")
    private boolean open;

    @Option(names = "--detach", description = "Return when everything is ready. ./run stop stops it.")
    private boolean detach;

    @Option(
            names = "--port",
            paramLabel = "NAME=PORT",
            description = "Use another port for a part. The parts and their default ports: order-service (8081),"
                    + " order-service-2 (8091), order-service-3 (8092), ..., catalog-service (8082),"
                    + " catalog-service-2 (8182), ..., marketing-service (8084), connect (8083), kafka (9092),"
                    + " kafka-controller (9093), mariadb (3307). Repeat the option for several parts.")
    private Map<String, Integer> ports = new LinkedHashMap<>();

    @Option(
            names = "--full-jit",
            description =
                    "Let broker, worker and services use both JIT compilers: a slower start, more speed under load.")
    private boolean fullJit;

    /** Ends the JVM. */
    public static void main(String... words) {
        System.exit(CommandLines.create(new RunCommand()).execute(words));
    }

    @Override
    public Integer call() throws Exception {
        CommandContext context = CommandContext.of(spec.commandLine().getOut());
        FixedPorts fixed = chosenPorts();
        StackPlan plan = StackPlan.of(context.folders(), fixed)
                .withServices(instances("--orders", orders), instances("--catalogs", catalogs))
                .withFeatures(features());
        try (Launcher launcher = new Launcher(context, plan, fixed)) {
            launcher.prepare(clean);
            return launcher.start() ? keepRunning(launcher) : CommandLine.ExitCode.SOFTWARE;
        }
    }

    private int keepRunning(Launcher launcher) throws Exception {
        return detach ? launcher.detach() : launcher.watch();
    }

    private FixedPorts chosenPorts() {
        try {
            return new FixedPorts(ports);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private Set<Feature> features() {
        Set<Feature> features = EnumSet.noneOf(Feature.class);
        if (cdc) {
            features.add(Feature.CDC);
        }
        if (polling) {
            features.add(Feature.POLLING);
        }
        if (open) {
            features.add(Feature.OPEN);
        }
        if (fullJit) {
            features.add(Feature.FULL_JIT);
        }
        return features;
    }

    private int instances(String option, int wanted) {
        if (wanted < 1 || wanted > 20) {
            throw new ParameterException(spec.commandLine(), option + " must be from 1 to 20");
        }
        return wanted;
    }
}
