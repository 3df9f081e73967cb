package io.ordersync.order.web.caller;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ordersync.contract.OrderRecord;
import io.ordersync.order.OtherUsersOrder;
import io.ordersync.order.Requester;
import io.ordersync.service.security.Caller;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns the caller of a request into the user who owns orders. */
public final class Requesters {

    /** The role that may see the orders of all users. */
    private static final String ADMIN = "orders-admin";

    private Requesters() {}

    /** @throws InvalidSubject if the token's subject cannot be a user's id */
    public static Requester of(Caller caller) {
        if (!caller.isIdentified()) {
            return Requester.ANYONE;
        }
        String subject = caller.user().filter(Requesters::isUserId).orElseThrow(InvalidSubject::new);
        return new Requester(subject, caller.has(ADMIN));
    }

    /**
     * The user for whom an order is placed.
     *
     * @param wanted the user whom the request names, or null for the requester
     * @throws OtherUsersOrder if that is another user
     */
    public static String actingAs(@Nullable String wanted, Requester requester) {
        if (wanted != null && !requester.isUser(wanted)) {
            throw OtherUsersOrder.of(wanted);
        }
        return wanted == null ? Objects.requireNonNull(requester.userId()) : wanted;
    }

    /** The user whose orders are read, as {@link #actingAs}, but somebody who may see all orders may read any user's. */
    public static String reading(@Nullable String wanted, Requester requester) {
        return wanted != null && requester.seesAll() ? wanted : actingAs(wanted, requester);
    }

    private static boolean isUserId(String subject) {
        return !subject.trim().isEmpty()
                && subject.length() <= OrderRecord.MAX_TEXT_LENGTH
                && UTF_8.newEncoder().canEncode(subject);
    }
}
