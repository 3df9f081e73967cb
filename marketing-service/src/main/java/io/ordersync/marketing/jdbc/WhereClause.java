package io.ordersync.marketing.jdbc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The conditions of a query, joined by AND, and the values of their named parameters. */
final class WhereClause {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    WhereClause add(String condition, String parameter, Object value) {
        conditions.add(condition);
        return with(parameter, value);
    }

    /** Adds the value of a further parameter. */
    WhereClause with(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    String sql() {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
