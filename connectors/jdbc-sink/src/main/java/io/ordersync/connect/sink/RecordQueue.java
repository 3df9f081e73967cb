package io.ordersync.connect.sink;

import io.ordersync.connect.database.TableName;
import io.ordersync.connect.sink.outage.Outage;
import io.ordersync.connect.sink.write.Transaction;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/** Transactions that have to be written in order, oldest first, and whether they wait because a table cannot be written. */
final class RecordQueue {

    private final TableName table;
    private final Outage outage;
    private final Deque<Transaction> transactions = new ArrayDeque<>();

    /** @param table the table of its records, or of its first one */
    RecordQueue(TableName table, Outage outage) {
        this.table = table;
        this.outage = outage;
    }

    TableName table() {
        return table;
    }

    Outage outage() {
        return outage;
    }

    void add(Transaction transaction) {
        transactions.add(transaction);
    }

    /** Returns the oldest transaction, or null if everything is written. */
    @Nullable
    Transaction first() {
        return transactions.peek();
    }

    void removeFirst() {
        transactions.remove();
    }

    boolean isEmpty() {
        return transactions.isEmpty();
    }

    Stream<SinkRecord> records() {
        return transactions.stream().flatMap(Transaction::records);
    }

    void remove(Collection<TopicPartition> partitions) {
        List<Transaction> kept = transactions.stream()
                .map(transaction -> transaction.without(partitions))
                .filter(transaction -> !transaction.isEmpty())
                .toList();
        transactions.clear();
        transactions.addAll(kept);
    }
}
