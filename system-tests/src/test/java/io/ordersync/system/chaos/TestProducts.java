package io.ordersync.system.chaos;

import io.ordersync.system.fixture.OrderSystem;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The products of one run, of which the first soon sells out, and what was brought in. */
final class TestProducts {

    static final int UNIT_PRICE = 1000;
    static final int LARGEST_ORDER = 3;

    /** So much larger than an order that what is missing or too much cannot be taken for a delivery. */
    static final int DELIVERY = 20;

    private static final int FEW = 50;
    private static final int MANY = 1_000_000;

    private final OrderSystem shop;
    private final Map<String, Shelf> shelves = new ConcurrentHashMap<>();
    private final List<String> products;

    TestProducts(OrderSystem shop) {
        this.shop = shop;
        this.products =
                Stream.of(FEW, FEW, MANY, MANY, MANY).map(this::newShelf).toList();
    }

    /**
     * What a product has and had.
     *
     * @param brought deliveries that were confirmed
     * @param inDoubt deliveries that nothing was heard of
     */
    record Shelf(int start, int brought, int inDoubt) {}

    String any(Random random) {
        return products.get(random.nextInt(products.size()));
    }

    Shelf of(String product) {
        return shelves.get(product);
    }

    List<String> products() {
        return products;
    }

    /** Brings a delivery for one of the products that sell out. */
    void restock(int instance, Random random) {
        String product = products.get(random.nextInt(2));
        @Nullable
        HttpResponse<String> answer = Customers.answer(
                shop.catalog(instance).postAsync("/catalogs/" + product + "/restock", """
                {"qty": %d}""".formatted(DELIVERY)));
        boolean confirmed = answer != null && answer.statusCode() == 200;
        if (!confirmed && answer != null && answer.statusCode() != 503) {
            throw new AssertionError("restock: %d %s".formatted(answer.statusCode(), answer.body()));
        }
        shelves.computeIfPresent(
                product,
                (id, shelf) -> new Shelf(
                        shelf.start(), shelf.brought() + (confirmed ? 1 : 0), shelf.inDoubt() + (confirmed ? 0 : 1)));
    }

    private String newShelf(int stock) {
        String product = shop.newProduct(UNIT_PRICE, stock);
        shelves.put(product, new Shelf(stock, 0, 0));
        return product;
    }
}
