package io.ordersync.service.problem;

import java.io.IOException;

/** The body of a request is larger than the limit. */
public class BodyTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    public BodyTooLarge(long limit) {
        super("The body is larger than " + limit + " bytes");
    }
}
