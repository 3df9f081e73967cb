package io.ordersync.catalog;

/** No product has the requested id. */
public class ProductNotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private ProductNotFound(String message) {
        super(message);
    }

    public static ProductNotFound of(String id) {
        return new ProductNotFound("There is no product " + id);
    }
}
