package io.ordersync.order;

/**
 * A request for an order.
 *
 * @param qty pieces, 1 to 1,000,000
 * @param unitPrice whole won for one piece, at least 1; the catalog rejects the order if its own price differs
 */
public record NewOrder(String userId, String productId, int qty, int unitPrice) {

    int totalPrice() {
        try {
            return Math.multiplyExact(qty, unitPrice);
        } catch (ArithmeticException overflow) {
            throw TotalPriceTooLarge.of(this);
        }
    }
}
