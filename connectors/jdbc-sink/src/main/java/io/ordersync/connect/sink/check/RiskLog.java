package io.ordersync.connect.sink.check;

import io.ordersync.connect.database.Session;
import io.ordersync.connect.database.TableName;
import io.ordersync.connect.database.validation.Finding;
import io.ordersync.connect.sink.config.SinkConfig;
import io.ordersync.connect.sink.table.Table;
import io.ordersync.connect.sink.table.TableReader;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns about a table when a task first writes to it: its topic may not have been known at the registration. */
public final class RiskLog {

    private static final Logger log = LoggerFactory.getLogger(RiskLog.class);

    private final RiskCheck risks;
    private final Set<TableName> checked = new HashSet<>();

    public RiskLog(SinkConfig config) {
        this.risks = new RiskCheck(config);
    }

    /** Checks a table that exists once. A check that fails does not keep the task from writing. */
    public void check(Session session, TableName name) {
        if (checked.contains(name)) {
            return;
        }
        try {
            Table table = TableReader.read(session, name);
            List<Finding> warnings = risks.find(session, name, table);
            warnings.forEach(warning -> log.warn("{}", warning.message()));
            if (table != null || !warnings.isEmpty()) {
                checked.add(name);
            }
        } catch (SQLException e) {
            log.debug("Table {} cannot be checked", name, e);
        }
    }
}
