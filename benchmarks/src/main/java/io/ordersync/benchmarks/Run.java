package io.ordersync.benchmarks;

import io.ordersync.benchmarks.measure.Progress;
import io.ordersync.benchmarks.measure.Rounds;
import io.ordersync.benchmarks.servers.Servers;

/** What every stage of one run works with. */
public record Run(Servers servers, Scale scale, int count, Progress progress) {

    public Rounds rounds() {
        return new Rounds(scale.warmUps(), count, progress);
    }
}
