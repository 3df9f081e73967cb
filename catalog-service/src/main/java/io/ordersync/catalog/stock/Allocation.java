package io.ordersync.catalog.stock;

import io.ordersync.catalog.Product;
import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.OrderStatus;
import io.ordersync.contract.Reason;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Gives the stock of locked products to orders, first come, first served. */
final class Allocation {

    private final Map<String, Product> products;
    private final Instant now;
    private final Map<String, Integer> taken = new HashMap<>();

    Allocation(Map<String, Product> products, Instant now) {
        this.products = products;
        this.now = now;
    }

    OrderRecord decide(OrderRecord order) {
        Product product = products.get(order.productId());
        if (product == null) {
            return rejected(order, Reason.UNKNOWN_PRODUCT);
        }
        if (product.unitPrice() != order.unitPrice()) {
            return rejected(order, Reason.PRICE_CHANGED);
        }
        if (product.stock() - taken.getOrDefault(product.id(), 0) < order.qty()) {
            return rejected(order, Reason.OUT_OF_STOCK);
        }
        taken.merge(product.id(), order.qty(), Integer::sum);
        return order.become(OrderStatus.CONFIRMED, null, now);
    }

    /** Pieces taken so far, by product id. */
    Map<String, Integer> taken() {
        return taken;
    }

    private OrderRecord rejected(OrderRecord order, Reason reason) {
        return order.become(OrderStatus.REJECTED, reason.name(), now);
    }
}
