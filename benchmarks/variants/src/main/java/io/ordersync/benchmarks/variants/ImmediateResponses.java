package io.ordersync.benchmarks.variants;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Writes the response on the request's thread if it is complete when the controller returns, as for a controller without
 * futures. Spring itself dispatches such a request a second time. Failed and incomplete responses are left to Spring.
 */
final class ImmediateResponses implements HandlerMethodReturnValueHandler {

    private final MethodParameter response = new MethodParameter(responseMethod(), -1);
    private final List<HandlerMethodReturnValueHandler> others;

    ImmediateResponses(RequestMappingHandlerAdapter adapter) {
        List<HandlerMethodReturnValueHandler> handlers = new ArrayList<>(adapter.getReturnValueHandlers());
        this.others = List.copyOf(handlers);
        handlers.add(0, this);
        adapter.setReturnValueHandlers(handlers);
    }

    @Override
    public boolean supportsReturnType(MethodParameter type) {
        return CompletableFuture.class.isAssignableFrom(type.getParameterType());
    }

    @Override
    public void handleReturnValue(
            @Nullable Object value, MethodParameter type, ModelAndViewContainer container, NativeWebRequest request)
            throws Exception {
        if (value instanceof CompletableFuture<?> future && future.isDone() && !future.isCompletedExceptionally()) {
            handler(response).handleReturnValue(future.join(), response, container, request);
        } else {
            handler(type).handleReturnValue(value, type, container, request);
        }
    }

    private HandlerMethodReturnValueHandler handler(MethodParameter type) {
        return others.stream()
                .filter(each -> each.supportsReturnType(type))
                .findFirst()
                .orElseThrow();
    }

    /** A method of a controller: its return type selects the handler that writes the response. */
    private static ResponseEntity<Object> response() {
        throw new UnsupportedOperationException();
    }

    private static Method responseMethod() {
        try {
            return ImmediateResponses.class.getDeclaredMethod("response");
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }
}
