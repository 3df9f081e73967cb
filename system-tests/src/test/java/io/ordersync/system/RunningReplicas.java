package io.ordersync.system;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One running system with change data capture for all tests that ask for {@link Replicas}. */
class RunningReplicas implements BeforeAllCallback, ParameterResolver {

    @Override
    public void beforeAll(ExtensionContext context) {
        replicas(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Replicas.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return replicas(context);
    }

    private static Replicas replicas(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(RunningReplicas.class))
                .computeIfAbsent(Replicas.class, key -> Replicas.open("cdc"), Replicas.class);
    }
}
