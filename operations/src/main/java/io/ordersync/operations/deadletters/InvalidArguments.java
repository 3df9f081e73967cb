package io.ordersync.operations.deadletters;

/** A command line that makes no sense; the message says why, without a full stop. */
final class InvalidArguments extends IllegalArgumentException {

    InvalidArguments(String message) {
        super(message);
    }
}
