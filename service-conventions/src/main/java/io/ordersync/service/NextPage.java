package io.ordersync.service;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The link from a full page to the next page (RFC 8288): the same request with another {@code after}. The link is built from
 * the parameters' values, since a client may have escaped less than a URI requires.
 */
public final class NextPage {

    private static final String AFTER = "after";
    private static final Pattern PARAMETER = Pattern.compile("[A-Za-z]+");

    private NextPage() {}

    /**
     * Links from the page that the present request asks for.
     *
     * @param after the position of the page's last element
     */
    public static void linkTo(HttpHeaders headers, String after) {
        linkTo(
                ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest(),
                headers,
                after);
    }

    /**
     * Links from a page on any thread.
     *
     * @param request asks for the page
     * @param after the position of the page's last element
     */
    public static void linkTo(HttpServletRequest request, HttpHeaders headers, String after) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> parameters.put(name, values[0]));
        parameters.put(AFTER, after);
        UriComponentsBuilder link =
                ServletUriComponentsBuilder.fromContextPath(request).path(request.getServletPath());
        parameters.keySet().stream()
                .filter(PARAMETER.asMatchPredicate())
                .forEach(name -> link.queryParam(name, "{" + name + "}"));
        headers.add(
                HttpHeaders.LINK,
                "<%s>; rel=\"next\""
                        .formatted(link.encode().buildAndExpand(parameters).toUriString()));
    }
}
