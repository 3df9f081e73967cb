package io.ordersync.order;

import com.fasterxml.uuid.NoArgGenerator;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;

/** Takes new orders into the log. */
@Service
@RequiredArgsConstructor
public class OrderPlacement {

    private final OrderLog log;
    private final NoArgGenerator ids;
    private final Clock clock;

    /**
     * Places an order under a new id. An id is a UUID of version 7 (RFC 9562), so that ids, and with them the primary
     * key of the shared table, ascend with time.
     *
     * @return see {@link OrderLog#append}
     * @throws TotalPriceTooLarge if the total overflows
     */
    public CompletableFuture<Order> place(NewOrder order) {
        return log.append(Order.pending(ids.generate(), order, clock.instant()));
    }
}
