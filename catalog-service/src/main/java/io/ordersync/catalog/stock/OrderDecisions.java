package io.ordersync.catalog.stock;

import io.ordersync.contract.OrderRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Decides a batch of requests in one transaction. If the database refuses a value of one request, such as a time that it
 * cannot hold, the batch is halved until that request is found, and all other requests are decided. Otherwise that
 * request would block its partition for ever.
 */
@Component
@RequiredArgsConstructor
public class OrderDecisions {

    private final StockKeeper stock;
    private final LockRetry locks;

    /**
     * Decides requests in their order.
     *
     * @param orderOf returns the order of a request
     * @param refused receives each request that the database refuses, and the cause
     * @return the new states of the orders
     */
    public <R> List<OrderRecord> decide(
            List<R> requests, Function<R, OrderRecord> orderOf, BiConsumer<R, Exception> refused) {
        if (requests.isEmpty()) {
            return List.of();
        }
        List<OrderRecord> orders = requests.stream().map(orderOf).toList();
        try {
            return List.copyOf(locks.retry(() -> stock.decide(orders)));
        } catch (DuplicateKeyException e) {
            throw e; // another instance decides these orders: the next delivery finds them in the ledger
        } catch (DataIntegrityViolationException e) {
            if (requests.size() == 1) {
                refused.accept(requests.get(0), e);
                return List.of();
            }
            int half = requests.size() / 2;
            List<OrderRecord> decided = new ArrayList<>(decide(requests.subList(0, half), orderOf, refused));
            decided.addAll(decide(requests.subList(half, requests.size()), orderOf, refused));
            return decided;
        }
    }
}
