package io.ordersync.service.load;

import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.apache.tomcat.util.threads.ThreadPoolExecutor;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;

/** Tomcat's pool of threads for requests. Virtual threads have no pool: their number has no limit and no request waits. */
public class RequestThreadPool implements TomcatConnectorCustomizer {

    private volatile @Nullable AbstractProtocol<?> protocol;

    @Override
    public void customize(Connector connector) {
        protocol = (AbstractProtocol<?>) connector.getProtocolHandler();
    }

    /** The highest number of threads that the pool can have. */
    int maxSize() {
        ThreadPoolExecutor pool = pool();
        return pool == null ? Integer.MAX_VALUE : pool.getMaximumPoolSize();
    }

    /** The number of requests that wait for a thread. */
    public int queueLength() {
        ThreadPoolExecutor pool = pool();
        return pool == null ? 0 : pool.getQueue().size();
    }

    private @Nullable ThreadPoolExecutor pool() {
        AbstractProtocol<?> known = protocol;
        return known != null && known.getExecutor() instanceof ThreadPoolExecutor pool ? pool : null;
    }
}
