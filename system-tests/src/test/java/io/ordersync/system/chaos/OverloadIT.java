package io.ordersync.system.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordersync.contract.OrderStatus;
import io.ordersync.stack.lifecycle.Part;
import io.ordersync.system.chaos.OverloadClients.Answer;
import io.ordersync.system.fixture.OneLoadAtATime;
import io.ordersync.system.fixture.OrderSystem;
import io.ordersync.system.fixture.OrderSystemExtension;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** More orders than the system can handle: it keeps every accepted order and refuses the others at once. */
@ExtendWith(OrderSystemExtension.class)
@ExtendWith(OneLoadAtATime.class)
class OverloadIT {

    private static final Logger LOG = System.getLogger(OverloadIT.class.getName());
    private static final Duration TIME = Duration.ofSeconds(Boolean.getBoolean("chaos") ? 60 : 5);
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration RECOVERY = Duration.ofSeconds(10);

    /** How long order-service waits for an acknowledgement before it answers 503. */
    private static final Duration SEND_TIMEOUT = Duration.ofSeconds(4);

    /** How long it may take besides on a machine that does nothing else. */
    private static final Duration ANSWERING = Duration.ofSeconds(2);

    private static final int USUAL_CLIENTS = 64;
    private static final int STOCK = 100_000_000;

    private final OrderSystem system;
    private final String product;
    private final List<Part> parts;

    OverloadIT(OrderSystem system) {
        this.system = system;
        this.product = system.newProduct(TestProducts.UNIT_PRICE, STOCK);
        this.parts = List.of(
                system.stack().orderService(1),
                system.stack().catalogService(1),
                system.stack().catalogService(2),
                system.stack().broker(),
                system.stack().worker());
    }

    @Test
    void refusesExcessOrdersAtOnceAndKeepsAcceptedOnes() throws Exception {
        double peak = usualClients().during(WARM_UP).acceptedPerSecond();
        List<Long> pids = pids();

        try (MachineDelay delay = MachineDelay.start(system.catalog(1));
                OverloadClients clients = new OverloadClients(
                        system.orders(1), product, OverloadClients.MOST, Double.POSITIVE_INFINITY)) {
            clients.during(TIME);
            assertThatItIsWholeSoon();
            assertThatExcessWasRefused(clients, peak, delay.longest());
            assertThatAllThatWasAcceptedArrives(clients);
        }
        assertThat(pids()).isEqualTo(pids);
    }

    @Test
    void refusesOrdersWhileTheBrokerIsAway() throws Exception {
        List<Long> pids = pids();
        Part broker = system.stack().broker();

        try (MachineDelay delay = MachineDelay.start(system.catalog(1));
                OverloadClients clients = new OverloadClients(system.orders(1), product, OverloadClients.MOST, 1_000)) {
            clients.begin();
            await().atMost(RECOVERY).until(() -> clients.answers().size() > 1_000);
            broker.freeze();
            await().pollDelay(TIME).atMost(TIME.plusSeconds(5)).until(() -> true);
            broker.thaw();
            await().atMost(RECOVERY)
                    .until(() -> clients.answers().stream()
                            .skip(clients.answers().size() - 100)
                            .anyMatch(answer -> answer.status() == 201));
            clients.end();
            assertThatItIsWholeSoon();
            assertThatExcessWasRefused(clients, 1_000, delay.longest());
            assertThatAllThatWasAcceptedArrives(clients);
        }
        assertThat(pids()).isEqualTo(pids);
    }

    private OverloadClients usualClients() {
        return new OverloadClients(system.orders(1), product, USUAL_CLIENTS, Double.POSITIVE_INFINITY);
    }

    private void assertThatItIsWholeSoon() {
        await().atMost(RECOVERY).ignoreExceptions().untilAsserted(() -> {
            UUID order = system.orders(1).place("user-1", product, 1, TestProducts.UNIT_PRICE);
            await().atMost(RECOVERY)
                    .until(() -> system.tables().rowsOf(List.of(order)).containsValue(OrderStatus.CONFIRMED));
        });
    }

    /** @param machineDelay what the machine may have added to an answer */
    private void assertThatExcessWasRefused(OverloadClients clients, double usual, Duration machineDelay)
            throws IOException {
        List<Answer> refused = clients.answers().stream()
                .filter(answer -> answer.status() == 503)
                .toList();
        List<Answer> accepted = clients.answers().stream()
                .filter(answer -> answer.status() == 201)
                .toList();
        LOG.log(
                Level.INFO,
                "usually %.0f a second; %.0f offered a second, %d accepted, half of them within %d ms and 99 of 100 within %d ms, %d refused, half within %d ms and 99 of 100 within %d ms; the machine adds up to %d ms; %s"
                        .formatted(
                                usual,
                                clients.offeredPerSecond(),
                                clients.accepted().size(),
                                percentile(accepted, 0.5),
                                percentile(accepted, 0.99),
                                refused.size(),
                                percentile(refused, 0.5),
                                percentile(refused, 0.99),
                                machineDelay.toMillis(),
                                memory()));
        assertThat(clients.answers().stream().map(Answer::status).distinct()).isSubsetOf(201, 503);
        assertThat(refused).isNotEmpty().allMatch(Answer::hasRetryAfter);
        Duration longest = SEND_TIMEOUT.plus(ANSWERING).plus(machineDelay);
        assertThat(refused).allMatch(answer -> answer.millis() < longest.toMillis(), "answered within " + longest);
    }

    private void assertThatAllThatWasAcceptedArrives(OverloadClients clients) {
        Set<UUID> accepted = clients.accepted();
        system.awaitConsumed();
        Map<UUID, OrderStatus> rows = system.tables().rowsOf(accepted);
        assertThat(rows).hasSize(accepted.size());
        assertThat(rows.values()).containsOnly(OrderStatus.CONFIRMED);
    }

    private List<Long> pids() {
        return parts.stream().map(Part::pid).toList();
    }

    /** The largest resident memory of each process, from the kernel. */
    private String memory() throws IOException {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            for (String line : Files.readAllLines(Path.of("/proc/" + part.pid() + "/status"))) {
                if (line.startsWith("VmHWM:")) {
                    text.append(part.name())
                            .append(' ')
                            .append(line.substring(6).strip())
                            .append("; ");
                }
            }
        }
        return text.toString();
    }

    private static long percentile(List<Answer> answers, double share) {
        long[] millis = answers.stream().mapToLong(Answer::millis).sorted().toArray();
        return millis.length == 0 ? 0 : millis[(int) (share * (millis.length - 1))];
    }
}
