package io.ordersync.connect.keeper;

import java.io.IOException;

/** The worker finds fault with a connector's configuration; the message is the worker's. */
final class ConfigRefused extends IOException {

    ConfigRefused(String message) {
        super(message);
    }
}
