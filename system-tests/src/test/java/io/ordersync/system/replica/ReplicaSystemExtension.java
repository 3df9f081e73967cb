package io.ordersync.system.replica;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Injects one running system with change data capture into all tests that have a {@link ReplicaSystem} parameter. */
class ReplicaSystemExtension implements BeforeAllCallback, ParameterResolver {

    @Override
    public void beforeAll(ExtensionContext context) {
        replicas(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ReplicaSystem.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return replicas(context);
    }

    private static ReplicaSystem replicas(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(ReplicaSystemExtension.class))
                .computeIfAbsent(ReplicaSystem.class, key -> ReplicaSystem.open("cdc"), ReplicaSystem.class);
    }
}
