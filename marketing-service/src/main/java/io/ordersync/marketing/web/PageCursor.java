package io.ordersync.marketing.web;

import io.ordersync.marketing.DailySales;
import io.ordersync.marketing.OrderPosition;
import io.ordersync.marketing.SalesPosition;
import io.ordersync.marketing.SyncOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The end of a page as text in a link to the next page. Every text that matches a pattern can be read. */
final class PageCursor {

    static final String ORDER = "\\d{1,14}_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    static final String SALES = "(?s)\\d{1,6}_.{1,64}";

    private PageCursor() {}

    static String of(SyncOrder order) {
        return order.createdAt().toEpochMilli() + "_" + order.orderId();
    }

    static String of(DailySales sales) {
        return sales.day().toEpochDay() + "_" + sales.productId();
    }

    static @Nullable OrderPosition readOrder(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        String[] parts = cursor.split("_", 2);
        return new OrderPosition(Instant.ofEpochMilli(Long.parseLong(parts[0])), UUID.fromString(parts[1]));
    }

    static @Nullable SalesPosition readSales(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        String[] parts = cursor.split("_", 2);
        return new SalesPosition(LocalDate.ofEpochDay(Long.parseLong(parts[0])), parts[1]);
    }
}
