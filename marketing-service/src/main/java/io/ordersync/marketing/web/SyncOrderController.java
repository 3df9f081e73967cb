package io.ordersync.marketing.web;

import io.ordersync.marketing.OrderFilter;
import io.ordersync.marketing.Period;
import io.ordersync.marketing.Sales;
import io.ordersync.marketing.SyncOrders;
import io.ordersync.service.NextPage;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiredArgsConstructor
class SyncOrderController implements SyncOrderApi {

    private final SyncOrders orders;
    private final Sales sales;
    private final Clock clock;

    @Override
    public ResponseEntity<List<SyncOrderResponse>> newest(
            @Nullable String productId, @Nullable String status, int limit, @Nullable String after) {
        OrderFilter filter = new OrderFilter(productId, status);
        return answer(
                orders.newest(filter, limit, PageCursor.readOrder(after)),
                limit,
                PageCursor::of,
                SyncOrderResponse::of);
    }

    @Override
    public ResponseEntity<List<DailySalesResponse>> summary(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String productId,
            int limit,
            @Nullable String after) {
        LocalDate last = to == null ? LocalDate.now(clock) : to;
        Period period = new Period(from == null ? Period.firstDayOfWeekUntil(last) : from, last);
        return answer(
                sales.daily(period, productId, limit, PageCursor.readSales(after)),
                limit,
                PageCursor::of,
                DailySalesResponse::of);
    }

    private static <T, R> ResponseEntity<List<R>> answer(
            List<T> page, int limit, Function<T, String> position, Function<T, R> response) {
        HttpHeaders headers = new HttpHeaders();
        if (page.size() == limit) {
            NextPage.linkTo(headers, position.apply(page.get(limit - 1)));
        }
        return ResponseEntity.ok()
                .headers(headers)
                .body(page.stream().map(response).toList());
    }
}
