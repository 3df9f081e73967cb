package io.ordersync.marketing.jdbc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a query's rows have to meet, all of it, with the values of its named parameters. */
final class WhereClause {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    WhereClause add(String condition, String parameter, Object value) {
        conditions.add(condition);
        return with(parameter, value);
    }

    /** One more value for the conditions so far. */
    WhereClause with(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    String clause() {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
