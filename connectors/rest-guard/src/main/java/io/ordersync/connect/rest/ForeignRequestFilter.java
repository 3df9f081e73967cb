package io.ordersync.connect.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Answers 403 to the requests of foreign pages, in the form of the worker's other errors. */
@PreMatching
final class ForeignRequestFilter implements ContainerRequestFilter {

    private static final String FOREIGN_HOST =
            "The Host of this request is not a name of this worker. Use an IP address, localhost or the worker's"
                    + " rest.advertised.host.name, or add the name to the worker's setting rest.guard.hosts.";
    private static final String FOREIGN_ORIGIN =
            "A page of another origin has sent this request. To allow it, add the origin to the worker's setting"
                    + " access.control.allow.origin.";

    private final AllowedHosts hosts;
    private final AllowedOrigins origins;

    ForeignRequestFilter(AllowedHosts hosts, AllowedOrigins origins) {
        this.hosts = hosts;
        this.origins = origins;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String host = request.getHeaderString(HttpHeaders.HOST);
        if (!hosts.include(host)) {
            request.abortWith(forbidden(FOREIGN_HOST));
        } else if (!origins.include(
                request.getHeaderString("Origin"),
                request.getHeaderString("Sec-Fetch-Site"),
                host,
                request.getMethod())) {
            request.abortWith(forbidden(FOREIGN_ORIGIN));
        }
    }

    private static Response forbidden(String message) {
        return ConnectError.of(Response.Status.FORBIDDEN, message).build();
    }
}
