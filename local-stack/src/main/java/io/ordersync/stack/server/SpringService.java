package io.ordersync.stack.server;

import io.ordersync.stack.files.Checkout;
import io.ordersync.stack.jvm.ExecutableJar;
import io.ordersync.stack.jvm.Jvm;
import io.ordersync.stack.jvm.JvmProcess;
import io.ordersync.stack.lifecycle.Part;
import io.ordersync.stack.net.Http;
import io.ordersync.stack.net.Ports;
import io.ordersync.stack.token.ServiceTokens;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One instance of a service. */
public final class SpringService extends JvmProcess {

    private final ServiceKind kind;
    private final StackPlan plan;
    private final Checkout checkout;
    private final KafkaBroker broker;
    private final MariaDb database;
    private final int port;
    private final Map<String, String> more = new LinkedHashMap<>();
    private final Set<String> removed = new HashSet<>();

    public SpringService(
            ServiceKind kind, int number, StackPlan plan, Checkout checkout, KafkaBroker broker, MariaDb database) {
        super(kind.instance(number), kind.module(), plan.folders(), checkout, plan.has(StackPlan.Feature.FULL_JIT));
        this.kind = kind;
        this.plan = plan;
        this.checkout = checkout;
        this.broker = broker;
        this.database = database;
        this.port = plan.ports().of(name());
    }

    /** Sets an environment variable of the service, from its next start on. */
    public SpringService setVariable(String variable, String value) {
        more.put(variable, value);
        return this;
    }

    /** Leaves out an environment variable that every service has, from its next start on. */
    public SpringService removeVariable(String variable) {
        removed.add(variable);
        return this;
    }

    /** The address of the instance's REST API. */
    public String url() {
        return "http://%s:%d".formatted(Ports.HOST, port);
    }

    /** The port on 127.0.0.1. */
    public int port() {
        return port;
    }

    @Override
    protected List<Part> neededParts() {
        return List.of(database);
    }

    @Override
    protected Jvm jvm() throws IOException, InterruptedException {
        return addJvmOptions(Jvm.jar(ExecutableJar.of(checkout, kind.module()).extract(this::runHelper)), checkout);
    }

    /** Adds the options of every service on this machine. */
    public static Jvm addJvmOptions(Jvm jvm, Checkout checkout) {
        return jvm.withOptionsOf(
                checkout.deployment("services/jvm.options"), checkout.deployment("services/jvm-local.options"));
    }

    @Override
    public void probe() throws IOException, InterruptedException {
        Http.get(url() + "/actuator/health/readiness");
    }

    @Override
    protected Map<String, String> environment() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("SERVER_ADDRESS", Ports.HOST);
        variables.put("SERVER_PORT", Integer.toString(port));
        variables.put("SPRING_PROFILES_ACTIVE", "local");
        variables.put("SPRING_DATASOURCE_URL", database.jdbcUrl(kind.database()));
        variables.put("SPRING_DATASOURCE_USERNAME", kind.login());
        variables.put("SPRING_DATASOURCE_PASSWORD", database.password(kind.login()));
        if (kind.ownsTables()) {
            variables.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
            variables.put("SPRING_FLYWAY_USER", "migrator");
            variables.put("SPRING_FLYWAY_PASSWORD", database.password("migrator"));
        }
        variables.putAll(accessSettings());
        variables.putAll(more);
        variables.keySet().removeAll(removed);
        return variables;
    }

    /** Only the public key: a service checks tokens and makes none. */
    private Map<String, String> accessSettings() {
        if (plan.has(StackPlan.Feature.OPEN)) {
            return Map.of("ORDER_SYNC_SECURITY_OPEN", "true");
        }
        Path key = ServiceTokens.of(plan.folders()).publicKeyFile();
        return Map.of("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_PUBLIC_KEY_LOCATION", "file:" + key);
    }
}
