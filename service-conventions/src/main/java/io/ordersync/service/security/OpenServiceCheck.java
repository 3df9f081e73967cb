package io.ordersync.service.security;

import java.net.InetAddress;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;

/** Keeps a service that takes requests without tokens on this machine. */
@Slf4j
@RequiredArgsConstructor
final class OpenServiceCheck {

    private final SecurityProperties settings;

    /**
     * Checks one address.
     *
     * @param property the property with the address
     * @param address the address on which the service listens, or null for every address
     * @throws SecurityMisconfigured if the address is not loopback and no second setting allows it
     */
    void check(String property, @Nullable InetAddress address) {
        boolean isLocal = address != null && address.isLoopbackAddress();
        if (!isLocal && !settings.openBeyondLoopback()) {
            throw new SecurityMisconfigured(
                    "order-sync.security.open=true takes every request without a token, but the service would listen on "
                            + (address == null ? "every address" : address.getHostAddress())
                            + ".",
                    "Set " + property
                            + "=127.0.0.1, or remove order-sync.security.open and send tokens. Only for a container"
                            + " whose port is published on 127.0.0.1: set order-sync.security.open-beyond-loopback=true.");
        }
    }

    /** Logs that the service is open. */
    void log() {
        log.warn("This service is open: it takes every request without a token. Use that for lessons only.");
    }
}
