package io.ordersync.service.security;

import java.net.InetAddress;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;

/** Keeps a service that takes requests without tokens on this machine. */
@Slf4j
final class OpenServiceCheck {

    private OpenServiceCheck() {}

    /**
     * Logs that the service is open.
     *
     * @param address the address on which the service listens, or null for every address
     * @throws SecurityMisconfigured if the address is not loopback and no second setting allows it
     */
    static void check(SecurityProperties settings, @Nullable InetAddress address) {
        boolean isLocal = address != null && address.isLoopbackAddress();
        if (!isLocal && !settings.openBeyondLoopback()) {
            throw new SecurityMisconfigured(
                    "order-sync.security.open=true takes every request without a token, but the service would listen on "
                            + (address == null ? "every address" : address.getHostAddress())
                            + ".",
                    "Set server.address=127.0.0.1, or remove order-sync.security.open and send tokens. Only for a container"
                            + " whose port is published on 127.0.0.1: set order-sync.security.open-beyond-loopback=true.");
        }
        log.warn("This service is open: it takes every request without a token. Use that for lessons only.");
    }
}
