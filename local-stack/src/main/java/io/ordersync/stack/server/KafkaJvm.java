package io.ordersync.stack.server;

import io.ordersync.stack.files.Checkout;
import io.ordersync.stack.process.Jvm;

/** JVMs with Kafka's own class path. */
public final class KafkaJvm {

    private KafkaJvm() {}

    /** A program of Kafka that logs to its standard output. */
    public static Jvm mainClass(Checkout checkout, String mainClass, String... arguments) {
        return logging(checkout, Jvm.mainClass(checkout.kafkaClassPath(), mainClass, arguments));
    }

    static Jvm logging(Checkout checkout, Jvm jvm) {
        return jvm.withOptions(
                "-Dlog4j.configuration=" + checkout.kafkaLogging().toUri());
    }
}
