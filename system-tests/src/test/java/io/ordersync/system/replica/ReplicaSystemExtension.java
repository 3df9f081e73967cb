package io.ordersync.system.replica;

import io.ordersync.system.fixture.SharedSystemExtension;

/** Shares one {@link ReplicaSystem}, which captures changes. */
final class ReplicaSystemExtension extends SharedSystemExtension<ReplicaSystem> {

    ReplicaSystemExtension() {
        super(ReplicaSystem.class, () -> ReplicaSystem.open("cdc"));
    }
}
