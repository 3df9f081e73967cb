package io.ordersync.system.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.ordersync.contract.OrderEnvelope;
import io.ordersync.contract.OrderStatus;
import io.ordersync.contract.Topics;
import io.ordersync.system.fixture.OrderSystem;
import io.ordersync.system.fixture.SharedDatabase;
import io.ordersync.system.fixture.SharedDatabase.OrderRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The books of a run, closed: what was said, beside what is there. */
final class OrderAudit {

    private final OrderSystem shop;
    private final List<Purchase> purchases;
    private final TestProducts shelves;
    private final Map<UUID, OrderRow> rows;
    private final Map<String, Set<UUID>> rowsByUser;
    private final Map<UUID, OrderStatus> ledger;
    private final Map<UUID, OrderStatus> topic;
    private final List<Claim> claims = new ArrayList<>();

    private OrderAudit(OrderSystem shop, List<Purchase> purchases, TestProducts shelves) {
        this.shop = shop;
        this.purchases = purchases;
        this.shelves = shelves;
        this.rows = shop.tables().orders();
        this.rowsByUser = rows.entrySet().stream()
                .collect(toMap(row -> row.getValue().userId(), row -> Set.of(row.getKey()), OrderAudit::union));
        this.ledger = shop.tables().ledger();
        this.topic = shop.topic().read(Topics.ORDERS).stream()
                .map(record -> OrderEnvelope.read(record.value()))
                .collect(toMap(order -> order.orderId(), order -> order.status(), (earlier, later) -> later));
    }

    /** To be called when nothing is on its way any more. */
    static OrderAudit close(OrderSystem shop, List<Purchase> purchases, TestProducts shelves) {
        OrderAudit books = new OrderAudit(shop, purchases, shelves);
        books.ofPurchases();
        books.ofRows();
        books.ofProducts();
        books.ofTheTopic();
        return books;
    }

    List<Claim> claims() {
        return claims;
    }

    private void ofPurchases() {
        claim(
                "answered 201: exactly one row, the one that was told of",
                purchases.stream().filter(Purchase::wasTold),
                purchase -> purchase.told().equals(rowsOf(purchase)));
        claim(
                "answered 503 or not at all: one row or none",
                purchases.stream().filter(purchase -> !purchase.wasTold()),
                purchase -> rowsOf(purchase).size() <= 1);
        claim(
                "Idempotency-Key: one order, however often it was sent",
                purchases.stream().filter(purchase -> purchase.key() != null),
                purchase -> rowsOf(purchase).size() <= 1 && purchase.told().size() <= 1);
        claim(
                "cancellation accepted: CANCELLED, or REJECTED before",
                purchases.stream().filter(Purchase::isCancelAccepted),
                purchase ->
                        statusesOf(purchase).allMatch(Set.of(OrderStatus.CANCELLED, OrderStatus.REJECTED)::contains));
        claim(
                "cancellation not asked for: not CANCELLED",
                purchases.stream().filter(purchase -> !purchase.isCancelSent()),
                purchase -> statusesOf(purchase).noneMatch(OrderStatus.CANCELLED::equals));
    }

    private void ofRows() {
        Set<String> users = purchases.stream().map(Purchase::user).collect(toSet());
        claim("row: somebody wanted it", rows.values().stream(), row -> users.contains(row.userId()));
        claim(
                "row: its status is final",
                rows.values().stream(),
                row -> row.status().isFinal());
        claim(
                "order: the ledger, the table and the last record say the same",
                Stream.of(rows, ledger, topic)
                        .flatMap(each -> each.keySet().stream())
                        .distinct(),
                id -> rows.containsKey(id)
                        && Objects.equals(rows.get(id).status(), ledger.get(id))
                        && Objects.equals(ledger.get(id), topic.get(id)));
    }

    private void ofProducts() {
        claim(
                "product: start + brought = stock + confirmed",
                shelves.products().stream().map(product -> Stock.of(product, shelves, shop.tables())),
                Stock::isConserved);
    }

    private void ofTheTopic() {
        claim("group: no lag", Stream.of("catalog-service", "connect-orders-sink"), shop.topic()::isConsumedBy);
        claim(
                "dead letters: none",
                Stream.of(Topics.ORDERS_DLT, Topics.ORDERS_SINK_DLQ)
                        .flatMap(name -> shop.topic().read(name).stream())
                        .map(letter -> letter.topic() + ": " + new String(letter.value(), UTF_8)),
                letter -> false);
    }

    private <T> void claim(String text, Stream<T> subjects, Predicate<T> holds) {
        List<T> all = subjects.toList();
        claims.add(new Claim(
                text,
                all.size(),
                all.stream().filter(holds.negate()).map(this::described).toList()));
    }

    private String described(Object subject) {
        return subject instanceof UUID id
                ? "%s: table %s, ledger %s, topic %s".formatted(id, rows.get(id), ledger.get(id), topic.get(id))
                : subject instanceof Purchase purchase
                        ? "%s: %s"
                                .formatted(
                                        purchase,
                                        rowsOf(purchase).stream().map(rows::get).toList())
                        : subject.toString();
    }

    private Set<UUID> rowsOf(Purchase purchase) {
        return rowsByUser.getOrDefault(purchase.user(), Set.of());
    }

    private Stream<OrderStatus> statusesOf(Purchase purchase) {
        return rowsOf(purchase).stream().map(id -> rows.get(id).status());
    }

    private static Set<UUID> union(Set<UUID> some, Set<UUID> more) {
        return Stream.of(some, more).flatMap(Collection::stream).collect(toSet());
    }

    /**
     * A sentence about many.
     *
     * @param subjects how many it is about
     * @param violations those of which it is not true
     */
    record Claim(String text, int subjects, List<String> violations) {}

    /** What a product has, beside what it had, got and sold. */
    private record Stock(String product, TestProducts.Shelf shelf, int stock, int confirmed) {

        static Stock of(String product, TestProducts shelves, SharedDatabase tables) {
            return new Stock(product, shelves.of(product), tables.stockOf(product), tables.confirmedOf(product));
        }

        /** Deliveries that nothing was heard of may have arrived, each as a whole. */
        boolean isConserved() {
            int unexplained = stock + confirmed - shelf.start() - shelf.brought() * TestProducts.DELIVERY;
            return stock >= 0
                    && unexplained >= 0
                    && unexplained <= shelf.inDoubt() * TestProducts.DELIVERY
                    && unexplained % TestProducts.DELIVERY == 0;
        }
    }
}
