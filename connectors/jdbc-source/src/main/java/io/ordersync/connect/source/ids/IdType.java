package io.ordersync.connect.source.ids;

/**
 * Maps ids to longs in the same order, so that unsigned ids fit too. The next id is always the long plus one.
 */
enum IdType {
    SIGNED {
        @Override
        long parse(String text) {
            return Long.parseLong(text);
        }

        @Override
        String text(long id) {
            return Long.toString(id);
        }
    },
    UNSIGNED {
        @Override
        long parse(String text) {
            return Long.parseUnsignedLong(text) ^ Long.MIN_VALUE;
        }

        @Override
        String text(long id) {
            return Long.toUnsignedString(id ^ Long.MIN_VALUE);
        }
    };

    /** @throws NumberFormatException if it is no id of this type */
    abstract long parse(String text);

    abstract String text(long id);
}
