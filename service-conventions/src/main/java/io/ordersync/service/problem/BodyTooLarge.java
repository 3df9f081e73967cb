package io.ordersync.service.problem;

import java.io.IOException;

/** A body turned out to be larger than is read. */
public class BodyTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    public BodyTooLarge(long limit) {
        super("The body is larger than " + limit + " bytes");
    }
}
