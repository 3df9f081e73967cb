package io.ordersync.system;

import io.ordersync.stack.LocalStack;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One running system for all tests that ask for a {@link Shop}: two order-services, two catalog-services, broker,
 * worker, keeper and MariaDB. It is started with the first test and stopped after the last; tests share it, so each
 * makes products and users of its own.
 */
class RunningSystem implements BeforeAllCallback, ParameterResolver {

    @Override
    public void beforeAll(ExtensionContext context) {
        shop(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Shop.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return shop(context);
    }

    private static Shop shop(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(RunningSystem.class))
                .computeIfAbsent(Shop.class, key -> started(), Shop.class);
    }

    private static Shop started() {
        LocalStack stack = LocalStack.forTests("system", 2, 2);
        stack.startAll();
        return new Shop(stack);
    }
}
