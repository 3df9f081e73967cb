package io.ordersync.system.chaos;

import io.ordersync.system.fixture.ServiceClient;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What one customer wants once, under a name that no other purchase has, and what it was told. Written by one thread, and
 * read when that has ended.
 */
final class Purchase {

    private final String user;
    private final @Nullable String key;
    private final String product;
    private final int qty;
    private final Set<UUID> told = new HashSet<>();
    private boolean cancelSent;
    private boolean cancelAccepted;

    /** @param key its Idempotency-Key, if it has one */
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

    /** The orders that it was told of by an answer 201; without any it may have been made all the same. */
    Set<UUID> told() {
        return told;
    }

    boolean wasTold() {
        return !told.isEmpty();
    }

    void isTold(UUID order) {
        told.add(order);
    }

    boolean isCancelSent() {
        return cancelSent;
    }

    void cancelIsSent() {
        cancelSent = true;
    }

    boolean isCancelAccepted() {
        return cancelAccepted;
    }

    /** An answer 202. */
    void cancelIsAccepted() {
        cancelAccepted = true;
    }

    @Override
    public String toString() {
        return "%s, key %s, told of %s%s%s"
                .formatted(
                        user, key, told, cancelSent ? ", cancelled" : "", cancelAccepted ? ", which was accepted" : "");
    }
}
