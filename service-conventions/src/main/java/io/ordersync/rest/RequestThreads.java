package io.ordersync.rest;

import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.apache.tomcat.util.threads.ThreadPoolExecutor;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;

/** Tomcat's threads for requests, of which a pool has so many; virtual ones are without a limit, and nothing waits. */
class RequestThreads implements TomcatConnectorCustomizer {

    private volatile @Nullable AbstractProtocol<?> protocol;

    @Override
    public void customize(Connector connector) {
        protocol = (AbstractProtocol<?>) connector.getProtocolHandler();
    }

    /** The most that there can be. */
    int count() {
        ThreadPoolExecutor pool = pool();
        return pool == null ? Integer.MAX_VALUE : pool.getMaximumPoolSize();
    }

    /** Requests that wait for a thread. */
    int waiting() {
        ThreadPoolExecutor pool = pool();
        return pool == null ? 0 : pool.getQueue().size();
    }

    private @Nullable ThreadPoolExecutor pool() {
        AbstractProtocol<?> known = protocol;
        return known != null && known.getExecutor() instanceof ThreadPoolExecutor pool ? pool : null;
    }
}
