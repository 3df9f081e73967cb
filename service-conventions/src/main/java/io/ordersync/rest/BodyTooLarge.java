package io.ordersync.rest;

import java.io.IOException;

/** A body turned out to be larger than is read. */
class BodyTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    BodyTooLarge(long limit) {
        super("The body is larger than " + limit + " bytes");
    }
}
