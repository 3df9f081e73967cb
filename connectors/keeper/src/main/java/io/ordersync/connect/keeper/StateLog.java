package io.ordersync.connect.keeper;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs a state when it differs from the one before. */
final class StateLog {

    private static final Logger log = LoggerFactory.getLogger(StateLog.class);

    private final String subject;
    private String last = "";

    StateLog(String subject) {
        this.subject = subject;
    }

    void info(String state) {
        if (changesTo(state)) {
            log.info("{}: {}", subject, state);
        }
    }

    void warn(String state) {
        if (changesTo(state)) {
            log.warn("{}: {}", subject, state);
        }
    }

    private boolean changesTo(String state) {
        // A worker's message may count connections or name the time: the same trouble all the same.
        String kind = state.replaceAll("conn=\\d+|\\d{4}-\\d\\d-\\d\\d[T ][\\d:.]+Z?", "");
        boolean changed = !kind.equals(last);
        last = kind;
        return changed;
    }
}
