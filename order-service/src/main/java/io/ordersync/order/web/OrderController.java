package io.ordersync.order.web;

import io.ordersync.contract.OrderRecord;
import io.ordersync.order.Order;
import io.ordersync.order.OrderLookup;
import io.ordersync.order.OrderPlacement;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

@RestController
@RequestMapping("/orders")
@RequiredArgsConstructor
class OrderController {

    private final OrderPlacement placement;
    private final OrderLookup lookup;

    /** The request's thread goes back to the server while the broker is being waited for. */
    @PostMapping
    CompletableFuture<ResponseEntity<OrderResponse>> place(@Valid @RequestBody PlaceOrderRequest request) {
        return placement.place(request.toNewOrder()).thenApply(OrderController::created);
    }

    @GetMapping("/{orderId}")
    OrderResponse find(@PathVariable UUID orderId) {
        return OrderResponse.of(lookup.byId(orderId));
    }

    /** A full page links to the one after it (RFC 8288, {@code rel="next"}). */
    @GetMapping
    ResponseEntity<List<OrderResponse>> ofUser(
            @RequestParam @NotBlank @Size(max = OrderRecord.MAX_TEXT_LENGTH) String userId,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Nullable UUID after) {
        List<Order> page = lookup.ofUser(userId, limit, after);
        return ResponseEntity.ok()
                .headers(headers -> linkToNext(headers, page, limit))
                .body(page.stream().map(OrderResponse::of).toList());
    }

    private static ResponseEntity<OrderResponse> created(Order order) {
        return ResponseEntity.created(URI.create("/orders/" + order.id())).body(OrderResponse.of(order));
    }

    private static void linkToNext(HttpHeaders headers, List<Order> page, int limit) {
        if (page.size() == limit) {
            URI next = ServletUriComponentsBuilder.fromCurrentRequest()
                    .replaceQueryParam("after", page.get(limit - 1).id())
                    .build(true)
                    .toUri();
            headers.add(HttpHeaders.LINK, "<%s>; rel=\"next\"".formatted(next));
        }
    }
}
