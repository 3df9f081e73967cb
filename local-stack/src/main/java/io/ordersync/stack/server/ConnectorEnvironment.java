package io.ordersync.stack.server;

import io.ordersync.setup.certificate.TrustFiles;
import io.ordersync.stack.net.Address;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The variables that connector configurations name as {@code ${env:…}}.
 *
 * @param trusted what the worker trusts, as files that the worker finds
 */
public record ConnectorEnvironment(KafkaBroker broker, MariaDb database, TrustFiles trusted) {

    /** Those of change data capture and polling included: their connectors stay registered when the stack starts without. */
    public Map<String, String> variables() {
        Address mariaDb = database.internalAddress();
        String brokers = broker.internalAddress().toString();
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("ORDERS_SINK_URL", url(MariaDb.SCHEMA));
        variables.put("ORDERS_SINK_BOOTSTRAP_SERVERS", brokers);
        variables.put("ORDERS_SINK_PASSWORD", database.password("orders_sink"));
        variables.put("CDC_HOST", mariaDb.host());
        variables.put("CDC_PORT", Integer.toString(mariaDb.port()));
        variables.put("CDC_PASSWORD", database.password("cdc"));
        variables.put("CDC_TRUSTSTORE", trusted.trustStore().toString());
        variables.put("CDC_TRUSTSTORE_PASSWORD", TrustFiles.TRUST_STORE_PASSWORD);
        variables.put("CDC_BOOTSTRAP_SERVERS", brokers);
        variables.put("USERS_SINK_URL", url(MariaDb.SCHEMA));
        variables.put("USERS_SINK_BOOTSTRAP_SERVERS", brokers);
        variables.put("USERS_SINK_PASSWORD", database.password("users_sink"));
        variables.put("MARKETING_SINK_URL", url(ServiceKind.MARKETING.database()));
        variables.put("MARKETING_SINK_BOOTSTRAP_SERVERS", brokers);
        variables.put("MARKETING_SINK_PASSWORD", database.password("marketing_sink"));
        variables.put("POLLING_URL", url(MariaDb.SCHEMA));
        variables.put("POLLING_PASSWORD", database.password("polling"));
        variables.put("POLLING_SINK_URL", url(MariaDb.SCHEMA));
        variables.put("POLLING_SINK_BOOTSTRAP_SERVERS", brokers);
        variables.put("POLLING_SINK_PASSWORD", database.password("polling_sink"));
        return variables;
    }

    private String url(String schema) {
        return database.internalAddress().jdbcUrl(schema, trusted.authority());
    }
}
