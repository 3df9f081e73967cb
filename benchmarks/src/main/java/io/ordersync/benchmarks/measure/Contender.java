package io.ordersync.benchmarks.measure;

/** Something that does the work of a stage once and says how fast. */
public interface Contender {

    /** Unique among those it is compared with. */
    String name();

    double measure() throws Exception;

    static Contender of(String name, Measurement measurement) {
        return new Contender() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public double measure() throws Exception {
                return measurement.take();
            }
        };
    }

    /** One measurement. */
    @FunctionalInterface
    interface Measurement {
        double take() throws Exception;
    }
}
