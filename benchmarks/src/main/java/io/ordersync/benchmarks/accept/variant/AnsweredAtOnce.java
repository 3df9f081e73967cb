package io.ordersync.benchmarks.accept.variant;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.core.MethodParameter;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Writes an answer that is there when the controller returns on the request's own thread, as a controller without futures
 * would: Spring dispatches a request a second time even for a future that is complete. What has failed goes the usual way.
 */
final class AnsweredAtOnce implements HandlerMethodReturnValueHandler {

    private final MethodParameter answer = new MethodParameter(answerMethod(), -1);
    private final List<HandlerMethodReturnValueHandler> others;

    private AnsweredAtOnce(List<HandlerMethodReturnValueHandler> others) {
        this.others = others;
    }

    static void by(RequestMappingHandlerAdapter adapter) {
        List<HandlerMethodReturnValueHandler> handlers = new ArrayList<>(adapter.getReturnValueHandlers());
        handlers.add(0, new AnsweredAtOnce(List.copyOf(handlers)));
        adapter.setReturnValueHandlers(handlers);
    }

    @Override
    public boolean supportsReturnType(MethodParameter type) {
        return CompletableFuture.class.isAssignableFrom(type.getParameterType());
    }

    @Override
    public void handleReturnValue(
            Object value, MethodParameter type, ModelAndViewContainer container, NativeWebRequest request)
            throws Exception {
        CompletableFuture<?> future = (CompletableFuture<?>) value;
        if (future.isDone() && !future.isCompletedExceptionally()) {
            handler(answer).handleReturnValue(future.join(), answer, container, request);
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

    /** Stands for a controller's method, whose return type decides who writes the answer. */
    private static ResponseEntity<Object> answer() {
        throw new UnsupportedOperationException();
    }

    private static Method answerMethod() {
        try {
            return AnsweredAtOnce.class.getDeclaredMethod("answer");
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }
}
