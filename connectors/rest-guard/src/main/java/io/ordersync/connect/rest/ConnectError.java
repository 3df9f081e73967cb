package io.ordersync.connect.rest;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Response.Status;

/** Errors in the form of a worker's own errors. */
final class ConnectError {

    private ConnectError() {}

    static ResponseBuilder of(Status status, String message) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON)
                .entity("{\"error_code\":%d,\"message\":\"%s\"}".formatted(status.getStatusCode(), escape(message)));
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
