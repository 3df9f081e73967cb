package io.ordersync.order;

import org.jspecify.annotations.Nullable;

/**
 * The user for whom a request is made, and what this user may see.
 *
 * @param userId null if the service does not know its users: such a requester may see and change every order
 * @param seesAll whether the user may see the orders of others, too
 */
public record Requester(@Nullable String userId, boolean seesAll) {

    /** Every user of a service that does not know its users. */
    public static final Requester ANYONE = new Requester(null, true);

    public boolean owns(Order order) {
        return isUser(order.userId());
    }

    public boolean maySee(Order order) {
        return seesAll || owns(order);
    }

    /** Whether the requester may act as this user. */
    public boolean isUser(String id) {
        return userId == null || userId.equals(id);
    }
}
