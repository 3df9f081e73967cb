package io.ordersync.stack.jvm;

import io.ordersync.stack.files.Checkout;

/** JVMs with Kafka's own class path. */
public final class KafkaJvm {

    private KafkaJvm() {}

    /** A program of Kafka that logs to its standard output. */
    public static Jvm mainClass(Checkout checkout, String mainClass, String... arguments) {
        return logging(checkout, Jvm.mainClass(checkout.kafkaClassPath(), mainClass, arguments));
    }

    /** Adds the logging configuration of broker, worker and keeper. */
    public static Jvm logging(Checkout checkout, Jvm jvm) {
        return jvm.withResources(checkout.kafkaLogging());
    }
}
