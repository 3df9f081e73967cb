package io.ordersync.system.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.ordersync.contract.OrderFormat;
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

/** Compares the answers that clients received in a run with the table, the ledger and the topic. */
final class OrderAudit {

    private final OrderSystem system;
    private final List<Purchase> purchases;
    private final TestProducts products;
    private final Map<UUID, OrderRow> rows;
    private final Map<String, Set<UUID>> rowsByUser;
    private final Map<UUID, OrderStatus> ledger;
    private final Map<UUID, OrderStatus> topic;
    private final List<Claim> claims = new ArrayList<>();

    private OrderAudit(OrderSystem system, List<Purchase> purchases, TestProducts products) {
        this.system = system;
        this.purchases = purchases;
        this.products = products;
        this.rows = system.tables().orders();
        this.rowsByUser = rows.entrySet().stream()
                .collect(toMap(row -> row.getValue().userId(), row -> Set.of(row.getKey()), OrderAudit::union));
        this.ledger = system.tables().ledger();
        this.topic = system.topic().records().stream()
                .map(record -> OrderFormat.read(record.value()))
                .collect(toMap(order -> order.orderId(), order -> order.status(), OrderAudit::newer));
    }

    /** Checks every claim. Call it when the sink and catalog-service have consumed the topic to its end. */
    static OrderAudit of(OrderSystem system, List<Purchase> purchases, TestProducts products) {
        OrderAudit audit = new OrderAudit(system, purchases, products);
        audit.checkPurchases();
        audit.checkRows();
        audit.checkProducts();
        audit.checkTopics();
        return audit;
    }

    List<Claim> claims() {
        return claims;
    }

    private void checkPurchases() {
        claim(
                "answered 201: exactly one row, with the id of the answer",
                purchases.stream().filter(Purchase::isConfirmed),
                purchase -> purchase.confirmedOrders().equals(rowsOf(purchase)));
        claim(
                "answered 201: never answered 404 by GET or DELETE",
                purchases.stream().filter(Purchase::isConfirmed),
                purchase -> purchase.denials().isEmpty());
        claim(
                "answered 503 or without an answer: at most one row",
                purchases.stream().filter(purchase -> !purchase.isConfirmed()),
                purchase -> rowsOf(purchase).size() <= 1);
        claim(
                "Idempotency-Key: one order, however often it was sent",
                purchases.stream().filter(purchase -> purchase.key() != null),
                purchase -> rowsOf(purchase).size() <= 1
                        && purchase.confirmedOrders().size() <= 1);
        claim(
                "cancellation accepted: CANCELLED, or REJECTED before it",
                purchases.stream().filter(Purchase::isCancelAccepted),
                purchase ->
                        statusesOf(purchase).allMatch(Set.of(OrderStatus.CANCELLED, OrderStatus.REJECTED)::contains));
        claim(
                "never cancelled by a client: not CANCELLED",
                purchases.stream().filter(purchase -> !purchase.isCancelSent()),
                purchase -> statusesOf(purchase).noneMatch(OrderStatus.CANCELLED::equals));
    }

    private void checkRows() {
        Set<String> users = purchases.stream().map(Purchase::user).collect(toSet());
        claim("row: a client placed the order", rows.values().stream(), row -> users.contains(row.userId()));
        claim(
                "row: its status is final",
                rows.values().stream(),
                row -> row.status().isFinal());
        claim(
                "order: ledger, table and newest record have the same status",
                Stream.of(rows, ledger, topic)
                        .flatMap(each -> each.keySet().stream())
                        .distinct(),
                id -> rows.containsKey(id)
                        && Objects.equals(rows.get(id).status(), ledger.get(id))
                        && Objects.equals(ledger.get(id), topic.get(id)));
    }

    private void checkProducts() {
        claim(
                "product: start + delivered = stock + confirmed",
                products.products().stream().map(product -> Stock.of(product, products, system.tables())),
                Stock::isConserved);
    }

    private void checkTopics() {
        claim(
                "consumer group: no lag",
                Stream.of("catalog-service", "connect-orders-sink"),
                system.topic()::isConsumedBy);
        claim(
                "dead letters: none",
                Stream.of(Topics.ORDERS_DLT, Topics.ORDERS_SINK_DLQ)
                        .flatMap(name -> system.topic().letters(name).stream())
                        .map(letter -> letter.topic() + ": " + new String(letter.value(), UTF_8)),
                letter -> false);
    }

    private <T> void claim(String text, Stream<T> subjects, Predicate<T> holds) {
        List<T> all = subjects.toList();
        claims.add(new Claim(
                text,
                all.size(),
                all.stream().filter(holds.negate()).map(this::describe).toList()));
    }

    private String describe(Object subject) {
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

    /** An order may have states in two partitions, so only their revisions tell which is newer. */
    private static OrderStatus newer(OrderStatus some, OrderStatus other) {
        return other.revision() >= some.revision() ? other : some;
    }

    private static Set<UUID> union(Set<UUID> some, Set<UUID> more) {
        return Stream.of(some, more).flatMap(Collection::stream).collect(toSet());
    }

    /**
     * A promise that was checked.
     *
     * @param subjects how many purchases, rows, orders or products were checked
     * @param violations a description of each one that breaks the promise
     */
    record Claim(String text, int subjects, List<String> violations) {}

    /** The stock of a product, and the pieces that it received and sold. */
    private record Stock(String product, TestProducts.Supply supply, int stock, int confirmed) {

        static Stock of(String product, TestProducts products, SharedDatabase tables) {
            return new Stock(product, products.supplyOf(product), tables.stockOf(product), tables.confirmedOf(product));
        }

        /** A delivery without an answer may have arrived, but only as a whole. */
        boolean isConserved() {
            int unexplained = stock + confirmed - supply.start() - supply.delivered() * TestProducts.DELIVERY;
            return stock >= 0
                    && unexplained >= 0
                    && unexplained <= supply.uncertain() * TestProducts.DELIVERY
                    && unexplained % TestProducts.DELIVERY == 0;
        }
    }
}
