package io.ordersync.order.web;

import io.ordersync.order.Order;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The link from a full page to the one after it (RFC 8288). */
final class NextPage {

    private NextPage() {}

    static void linkTo(HttpHeaders headers, List<Order> page, int limit) {
        if (page.size() == limit) {
            URI next = ServletUriComponentsBuilder.fromCurrentRequest()
                    .replaceQueryParam("after", page.get(limit - 1).id())
                    .build(true)
                    .toUri();
            headers.add(HttpHeaders.LINK, "<%s>; rel=\"next\"".formatted(next));
        }
    }
}
