package io.ordersync.order;

/** The total of an order is more than a 32-bit number of won. */
public class TotalPriceTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private TotalPriceTooLarge(String message) {
        super(message);
    }

    static TotalPriceTooLarge of(NewOrder order) {
        return new TotalPriceTooLarge("%d pieces at %d won are more than %d won in total"
                .formatted(order.qty(), order.unitPrice(), Integer.MAX_VALUE));
    }
}
