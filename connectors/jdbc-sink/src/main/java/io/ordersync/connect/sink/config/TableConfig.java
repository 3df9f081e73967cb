package io.ordersync.connect.sink.config;

/**
 * Which tables the sink writes, and whether it changes them.
 *
 * @param names maps topics to tables
 * @param autoCreate whether the sink creates missing tables
 * @param autoEvolve whether the sink adds missing columns
 */
public record TableConfig(TableNameFormat names, boolean autoCreate, boolean autoEvolve) {}
