package io.ordersync.system.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Nothing is lost and nothing is sold twice while every part of the system is killed, stopped, frozen and cut off.
 * {@code -Pchaos} does everything to every part, else most kinds of fault come once. {@code -Dchaos.seed=SEED} makes the
 * same choices again; the seed is in the report, {@code target/chaos.txt}.
 */
class ChaosIT {

    private static final Logger LOG = System.getLogger(ChaosIT.class.getName());
    private static final boolean EVERYTHING = Boolean.getBoolean("chaos");
    private static final long SEED = Long.getLong("chaos.seed", System.nanoTime());

    @Test
    void losesNothingAndSellsNothingTwice() throws Exception {
        LOG.log(Level.INFO, "Chaos with seed {0}", Long.toString(SEED));
        Random random = new Random(SEED);
        try (ProxiedSystem system = ProxiedSystem.start("chaos")) {
            TestProducts shelves = new TestProducts(system.shop());
            Customers customers = new Customers(system.shop(), shelves, SEED);
            InjectedFaults faults = new InjectedFaults(system, random);
            FaultSequence sequence =
                    new FaultSequence(system.shop(), shelves.products().get(4), random);

            List<Purchase> purchases = new ArrayList<>();
            try {
                sequence.play(EVERYTHING ? faults.all() : faults.oneOfEachKind());
            } finally {
                write(new ChaosReport(SEED, sequence.episodes(), List.of()));
                purchases.addAll(customers.stop());
            }
            purchases.addAll(sequence.purchases());
            system.shop().awaitConsumed();
            OrderAudit books = OrderAudit.close(system.shop(), purchases, shelves);

            ChaosReport report = new ChaosReport(SEED, sequence.episodes(), books.claims());
            write(report);
            LOG.log(Level.INFO, report.text());
            assertThat(books.claims())
                    .as("seed %d", SEED)
                    .allSatisfy(claim ->
                            assertThat(claim.violations()).as(claim.text()).isEmpty());
        }
    }

    private static void write(ChaosReport report) throws IOException {
        Files.writeString(Path.of("target/chaos.txt"), report.text());
    }
}
