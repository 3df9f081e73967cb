package io.ordersync.contract;
/** x */
public enum OrderStatus {
    PENDING,
    CONFIRMED
}
