package io.ordersync.system.chaos;

import io.ordersync.system.fixture.OrderSystem;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The products of one run and the deliveries of each. The first two products soon sell out. */
final class TestProducts {

    static final int UNIT_PRICE = 1000;
    static final int LARGEST_ORDER = 3;

    /** Pieces in one delivery: far more than the largest order, so that no sum of errors looks like a delivery. */
    static final int DELIVERY = 20;

    private static final int FEW = 50;
    private static final int MANY = 1_000_000;

    private final OrderSystem system;
    private final Map<String, Supply> supplies = new ConcurrentHashMap<>();
    private final List<String> products;

    TestProducts(OrderSystem system) {
        this.system = system;
        this.products =
                Stream.of(FEW, FEW, MANY, MANY, MANY).map(this::newProduct).toList();
    }

    /**
     * The pieces that a product has received.
     *
     * @param delivered deliveries that catalog-service confirmed
     * @param uncertain deliveries without an answer
     */
    record Supply(int start, int delivered, int uncertain) {}

    String any(Random random) {
        return products.get(random.nextInt(products.size()));
    }

    Supply supplyOf(String product) {
        return supplies.get(product);
    }

    List<String> products() {
        return products;
    }

    /** Restocks one of the products that sell out. */
    void restock(int instance, Random random) {
        String product = products.get(random.nextInt(2));
        @Nullable
        HttpResponse<String> answer = Customers.answer(
                system.catalog(instance).postAsync("/catalogs/" + product + "/restock", """
                {"qty": %d}""".formatted(DELIVERY)));
        boolean confirmed = answer != null && answer.statusCode() == 200;
        if (!confirmed && answer != null && answer.statusCode() != 503) {
            throw new AssertionError("restock: %d %s".formatted(answer.statusCode(), answer.body()));
        }
        supplies.computeIfPresent(
                product,
                (id, supply) -> new Supply(
                        supply.start(),
                        supply.delivered() + (confirmed ? 1 : 0),
                        supply.uncertain() + (confirmed ? 0 : 1)));
    }

    private String newProduct(int stock) {
        String product = system.newProduct(UNIT_PRICE, stock);
        supplies.put(product, new Supply(stock, 0, 0));
        return product;
    }
}
