package io.ordersync.marketing.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** A page of an answer, with the link from a full one to the one after it (RFC 8288). */
final class NextPage {

    private NextPage() {}

    static <T, R> ResponseEntity<List<R>> answer(
            List<T> page, int limit, Function<T, String> position, Function<T, R> response) {
        HttpHeaders headers = new HttpHeaders();
        if (page.size() == limit) {
            String after = UriUtils.encode(position.apply(page.get(limit - 1)), StandardCharsets.UTF_8);
            String next = ServletUriComponentsBuilder.fromCurrentRequest()
                    .replaceQueryParam("after", after)
                    .build(true)
                    .toUriString();
            headers.add(HttpHeaders.LINK, "<%s>; rel=\"next\"".formatted(next));
        }
        return ResponseEntity.ok()
                .headers(headers)
                .body(page.stream().map(response).toList());
    }
}
