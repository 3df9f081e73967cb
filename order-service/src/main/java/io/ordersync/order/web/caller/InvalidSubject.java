package io.ordersync.order.web.caller;

import io.ordersync.contract.OrderRecord;

/** The subject of a valid token cannot be the id of a user. */
public class InvalidSubject extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidSubject() {
        super("The token's subject cannot be a user's id, which has 1 to %d characters and is not blank."
                .formatted(OrderRecord.MAX_TEXT_LENGTH));
    }
}
