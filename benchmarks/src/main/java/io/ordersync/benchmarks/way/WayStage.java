package io.ordersync.benchmarks.way;

import static io.ordersync.benchmarks.measure.Unit.MILLISECONDS;

import io.ordersync.benchmarks.Run;
import io.ordersync.benchmarks.Scale;
import io.ordersync.benchmarks.Stage;
import io.ordersync.benchmarks.measure.Row;
import io.ordersync.benchmarks.measure.Series;
import io.ordersync.benchmarks.servers.Catalog;
import io.ordersync.benchmarks.servers.SystemRunning;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Few orders, one at a time: how long each takes. The limit is the sum of the parts: accepting, as a part of the same way;
 * deciding and the sink by themselves. Of p99 and max such a sum is more than is to be expected: seldom is one order the
 * slowest everywhere.
 */
public final class WayStage implements Stage {

    /** The orders of so many, since two instances of a service share them on containers. */
    private static final int WARM_UP_ROUNDS = 5;

    /** One round: the whole way, and its parts. */
    private record Round(Times whole, Times accept, Times decision, Times sink) {

        Times parts() {
            return accept.plus(decision).plus(sink);
        }
    }

    @Override
    public List<Row> measure(Run run) throws Exception {
        Scale scale = run.scale();
        new Catalog(run.servers().database()).stock(1000);
        return SystemRunning.during(
                run.servers(), () -> rows("way, %d orders/s".formatted(scale.wayRate()), travel(run)));
    }

    private static List<Round> travel(Run run) throws Exception {
        run.progress().begin("way, few orders at once");
        int ofARound = new Pace(run.scale().wayRate(), run.scale().waySeconds()).steps();
        new WholeWay(run).warmUp(WARM_UP_ROUNDS * ofARound);
        run.progress().end("done");
        List<Round> rounds = new ArrayList<>();
        for (int number = 1 - run.scale().warmUps(); number <= run.count(); number++) {
            Round round = travel(run, number);
            if (number > 0) {
                rounds.add(round);
            }
        }
        return rounds;
    }

    private static Round travel(Run run, int number) throws Exception {
        Pace pace = new Pace(run.scale().wayRate(), run.scale().waySeconds());
        run.progress().begin("way, " + (number > 0 ? "round %d of %d".formatted(number, run.count()) : "warm-up"));
        WholeWay way = new WholeWay(run);
        Times whole = way.travel(pace);
        Round round =
                new Round(whole, way.accepted(), new DecisionPart(run).travel(pace), new SinkPart(run).travel(pace));
        run.progress().end("p50 %.1f ms, p99 %.1f ms".formatted(whole.p50(), whole.p99()));
        return round;
    }

    private static List<Row> rows(String stage, List<Round> rounds) {
        return List.of(
                beside(stage + ", p50", rounds, Times::p50).toReach("≤ 25 ms"),
                beside(stage + ", p99", rounds, Times::p99).toReach("≤ 150 ms"),
                beside(stage + ", max", rounds, Times::max),
                part(stage + ", accept, p50", rounds, Round::accept),
                part(stage + ", decision alone, p50", rounds, Round::decision),
                part(stage + ", sink alone, p50", rounds, Round::sink));
    }

    private static Row beside(String stage, List<Round> rounds, ToDoubleFunction<Times> figure) {
        return Row.of(stage, MILLISECONDS, series(rounds, round -> figure.applyAsDouble(round.whole())))
                .beside(series(rounds, round -> figure.applyAsDouble(round.parts())), null);
    }

    private static Row part(String stage, List<Round> rounds, Function<Round, Times> part) {
        return Row.of(
                stage, MILLISECONDS, series(rounds, round -> part.apply(round).p50()));
    }

    private static Series series(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return new Series(rounds.stream().mapToDouble(figure).boxed().toList());
    }
}
