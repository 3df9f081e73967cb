package io.ordersync.system.chaos;

import io.ordersync.system.fixture.ServiceClient;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One order that a client wants, and the answers that the client received. The user name is unique to the purchase. One
 * thread writes a purchase; others read it after that thread has ended.
 */
final class Purchase {

    private final String user;
    private final @Nullable String key;
    private final String product;
    private final int qty;
    private final Set<UUID> confirmedOrders = new HashSet<>();
    private final List<String> denials = new ArrayList<>();
    private boolean cancelSent;
    private boolean cancelAccepted;

    /** @param key the Idempotency-Key, or null */
    Purchase(String user, @Nullable String key, String product, int qty) {
        this.user = user;
        this.key = key;
        this.product = product;
        this.qty = qty;
    }

    CompletableFuture<HttpResponse<String>> orderAt(ServiceClient instance) {
        String[] headers = key == null ? new String[0] : new String[] {"Idempotency-Key", key};
        return instance.post(user, product, qty, TestProducts.UNIT_PRICE, headers);
    }

    String user() {
        return user;
    }

    @Nullable
    String key() {
        return key;
    }

    /** The orders of all 201 answers. The order may exist although there was no such answer. */
    Set<UUID> confirmedOrders() {
        return confirmedOrders;
    }

    boolean isConfirmed() {
        return !confirmedOrders.isEmpty();
    }

    void confirm(UUID order) {
        confirmedOrders.add(order);
    }

    /** The answers that denied an accepted order. */
    List<String> denials() {
        return denials;
    }

    /** Notes an answer that says that an accepted order does not exist. */
    void recordDenied(String answer) {
        denials.add(answer);
    }

    boolean isCancelSent() {
        return cancelSent;
    }

    void recordCancelSent() {
        cancelSent = true;
    }

    boolean isCancelAccepted() {
        return cancelAccepted;
    }

    /** Notes an answer 202 to DELETE. */
    void recordCancelAccepted() {
        cancelAccepted = true;
    }

    @Override
    public String toString() {
        return "%s, key %s, answered 201 with %s%s%s%s"
                .formatted(
                        user,
                        key,
                        confirmedOrders,
                        denials.isEmpty() ? "" : ", denied: " + denials,
                        cancelSent ? ", cancelled" : "",
                        cancelAccepted ? ", which was accepted" : "");
    }
}
