package io.ordersync.system.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ordersync.system.fixture.OneLoadAtATime;
import io.ordersync.system.fixture.OrderSystem;
import io.ordersync.system.fixture.ServiceClient;
import io.ordersync.system.fixture.Timeouts;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Kills, stops, freezes and cuts off every part of the system while clients place orders. {@code -Pchaos} injects every fault
 * into every part, with the time-outs of production; otherwise most kinds of fault come once, with shorter time-outs. {@code -Dchaos.seed=SEED} repeats the choices of a run; its seed
 * is in the report, {@code target/chaos.txt}. The clock of one order-service is a minute ahead or behind.
 */
@ExtendWith(OneLoadAtATime.class)
class ChaosIT {

    private static final Logger LOG = System.getLogger(ChaosIT.class.getName());
    private static final boolean EVERYTHING = Boolean.getBoolean("chaos");
    private static final Timeouts TIMEOUTS = EVERYTHING ? Timeouts.PRODUCTION : Timeouts.SHORT;
    private static final Duration CLOCK_SHIFT = Duration.ofSeconds(60);
    private static final long SEED = Long.getLong("chaos.seed", System.nanoTime());

    @Test
    void losesNoOrderAndSellsNoPieceTwice() throws Exception {
        LOG.log(Level.INFO, "Chaos with seed {0}", Long.toString(SEED));
        Random random = new Random(SEED);
        Duration clockShift = random.nextBoolean() ? CLOCK_SHIFT : CLOCK_SHIFT.negated();
        Answers answers = new Answers();
        try (ProxiedSystem system = ProxiedSystem.start("chaos", TIMEOUTS, clockShift);
                ViewLag view = new ViewLag(system.stack().mariaDb())) {
            TestProducts products = new TestProducts(system.orderSystem());
            Customers customers = new Customers(system.orderSystem(), products, answers, view, SEED);
            InjectedFaults faults = new InjectedFaults(system, TIMEOUTS.session(), random, answers, view);
            FaultSequence sequence =
                    new FaultSequence(system.orderSystem(), products.products().get(4), random, view);

            List<Purchase> purchases = new ArrayList<>();
            try {
                purchases.add(assertThatTheClockIsShifted(
                        system.orderSystem(), products.products().get(4), clockShift));
                sequence.play(EVERYTHING ? faults.all() : faults.oneOfEachKind());
            } finally {
                write(new ChaosReport(SEED, clockShift, sequence.episodes(), answers.counts(), List.of()));
                purchases.addAll(customers.stop());
            }
            purchases.addAll(sequence.purchases());
            system.orderSystem().awaitConsumed();
            OrderAudit audit = OrderAudit.of(system.orderSystem(), purchases, products);

            ChaosReport report =
                    new ChaosReport(SEED, clockShift, sequence.episodes(), answers.counts(), audit.claims());
            write(report);
            LOG.log(Level.INFO, report.text());
            assertThat(audit.claims())
                    .as("seed %d", SEED)
                    .allSatisfy(claim ->
                            assertThat(claim.violations()).as(claim.text()).isEmpty());
        }
    }

    private static Purchase assertThatTheClockIsShifted(OrderSystem system, String product, Duration shift) {
        Purchase purchase = new Purchase("user-of-another-time", null, product, 1);
        HttpResponse<String> placed = purchase.orderAt(system.orders(2)).join();
        assertThat(Instant.parse(ServiceClient.json(placed).get("createdAt").asString()))
                .isCloseTo(Instant.now().plus(shift), within(10, ChronoUnit.SECONDS));
        purchase.confirm(ServiceClient.created(placed));
        return purchase;
    }

    private static void write(ChaosReport report) throws IOException {
        Files.writeString(Path.of("target/chaos.txt"), report.text());
    }
}
