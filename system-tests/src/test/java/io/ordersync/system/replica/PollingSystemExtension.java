package io.ordersync.system.replica;

import io.ordersync.system.fixture.SharedSystemExtension;

/** Shares one {@link PollingSystem}. */
final class PollingSystemExtension extends SharedSystemExtension<PollingSystem> {

    PollingSystemExtension() {
        super(PollingSystem.class, PollingSystem::open);
    }
}
