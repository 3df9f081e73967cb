package io.ordersync.benchmarks;

import io.ordersync.benchmarks.accept.AcceptStage;
import io.ordersync.benchmarks.cost.CostStage;
import io.ordersync.benchmarks.decide.DecideStage;
import io.ordersync.benchmarks.endtoend.EndToEndStage;
import io.ordersync.benchmarks.sink.SinkStage;
import io.ordersync.benchmarks.source.SourceStage;
import io.ordersync.benchmarks.stage.Stage;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The stages in the order of the table, with their names on the command line. */
enum StageName {
    ACCEPT("accept", AcceptStage::new),
    SINK("sink", SinkStage::new),
    DECIDE("decide", DecideStage::new),
    END_TO_END("end-to-end", EndToEndStage::new),
    SOURCE("source", SourceStage::new),
    COST("cost", CostStage::new);

    /** {@code accept} comes last, because its load leaves millions of undecided orders in the topic. */
    static final List<StageName> ORDER_OF_EXECUTION = List.of(SINK, DECIDE, END_TO_END, SOURCE, COST, ACCEPT);

    private final String label;
    private final Supplier<Stage> factory;

    StageName(String label, Supplier<Stage> factory) {
        this.label = label;
        this.factory = factory;
    }

    Stage createStage() {
        return factory.get();
    }

    private static StageName parse(String label) {
        return Stream.of(values())
                .filter(stage -> stage.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'%s' is not one of %s".formatted(label, names())));
    }

    private static String names() {
        return Stream.of(values()).map(StageName::toString).collect(Collectors.joining(", "));
    }

    /** The name that the command line and reports use. */
    @Override
    public String toString() {
        return label;
    }

    /** Reads a stage's name from the command line. */
    static final class Converter implements ITypeConverter<StageName> {

        @Override
        public StageName convert(String value) {
            return parse(value);
        }
    }
}
