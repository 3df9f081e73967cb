package io.ordersync.catalog.kafka;

import io.ordersync.catalog.stock.StockKeeper;
import io.ordersync.contract.OrderRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import lombok.RequiredArgsConstructor;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Has requests decided, all of them in one transaction unless the database refuses the values of one, such as a time it
 * cannot hold. That one is found by halving, and the others are decided; or else it would hold up its partition for ever.
 */
@Component
@RequiredArgsConstructor
class Decisions {

    private final StockKeeper stock;
    private final LockRetry locks;

    /**
     * Decides requests in their order.
     *
     * @param refused is told which ones can never be decided, and why
     * @return the states that the orders have then
     */
    List<OrderRecord> on(List<OrderRequest> requests, BiConsumer<OrderRequest, Exception> refused) {
        if (requests.isEmpty()) {
            return List.of();
        }
        List<OrderRecord> orders = requests.stream().map(OrderRequest::order).toList();
        try {
            return List.copyOf(locks.retry(() -> stock.decide(orders)));
        } catch (DuplicateKeyException e) {
            throw e; // somebody else decides these orders: it will be found in the ledger
        } catch (DataIntegrityViolationException e) {
            return without(requests, e, refused);
        }
    }

    private List<OrderRecord> without(
            List<OrderRequest> requests, Exception cause, BiConsumer<OrderRequest, Exception> refused) {
        if (requests.size() == 1) {
            refused.accept(requests.get(0), cause);
            return List.of();
        }
        int half = requests.size() / 2;
        List<OrderRecord> decided = new ArrayList<>(on(requests.subList(0, half), refused));
        decided.addAll(on(requests.subList(half, requests.size()), refused));
        return decided;
    }
}
