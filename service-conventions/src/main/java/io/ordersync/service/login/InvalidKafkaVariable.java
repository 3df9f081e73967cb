package io.ordersync.service.login;

/** A variable is missing or has a value that cannot be used. */
final class InvalidKafkaVariable extends RuntimeException {

    private final String remedy;

    InvalidKafkaVariable(String problem, String remedy) {
        super(problem);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
