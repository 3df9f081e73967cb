package io.ordersync.benchmarks.accept.variant;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Replaces order-service's log of orders as the system property {@code order-log} says, and has its answers written on
 * the request's thread, since they are there when it returns. Nothing else differs: all variants are the same server. The
 * log is an interface with the one method {@code append}, from an order to a future order; it is known by its name, so
 * that this module need not be compiled against a service.
 */
public final class OrderLogVariant implements BeanPostProcessor, SmartInitializingSingleton {

    private static final String LOG = "io.ordersync.order.OrderLog";

    private final String variant = System.getProperty("order-log");
    private boolean replaced;

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof RequestMappingHandlerAdapter adapter && !variant.equals("ours")) {
            AnsweredAtOnce.by(adapter);
        }
        for (Class<?> type : bean.getClass().getInterfaces()) {
            if (type.getName().equals(LOG)) {
                replaced = true;
                return variant.equals("ours") ? bean : proxy(type, handler(bean));
            }
        }
        return bean;
    }

    private InvocationHandler handler(Object log) {
        return switch (variant) {
            case "limit" -> (proxy, append, arguments) -> CompletableFuture.completedFuture(arguments[0]);
            case "alternative" -> (proxy, append, arguments) -> blocking(log, append, arguments);
            default -> throw new IllegalArgumentException("no such variant: " + variant);
        };
    }

    private static Object blocking(Object log, Method append, Object[] arguments) throws Throwable {
        try {
            CompletableFuture<?> order = (CompletableFuture<?>) append.invoke(log, arguments);
            order.handle((acknowledged, failure) -> "done").join();
            return order;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Object proxy(Class<?> type, InvocationHandler handler) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
    }

    /** A measurement of three equal servers would be worse than none. */
    @Override
    public void afterSingletonsInstantiated() {
        if (!replaced) {
            throw new IllegalStateException("there is no bean of type " + LOG);
        }
        ParentWatch.begin();
    }
}
