package io.ordersync.connect.sink.position;

import io.ordersync.connect.sink.testing.DirectTask;
import io.ordersync.connect.sink.testing.FakeContext;
import io.ordersync.connect.sink.testing.Records;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.kafka.connect.sink.SinkRecord;

/** Delivers the records of a log to a task and goes where the task wants to read, as a worker does. */
final class LogReader {

    private final DirectTask task;
    private long end;
    private long next;

    LogReader(DirectTask task, long end) {
        this.task = task;
        this.end = end;
    }

    LogReader grow(long newEnd) {
        end = newEnd;
        return this;
    }

    /** Delivers up to this number of records; none if the partition is paused. */
    void deliver(int most) {
        seek();
        List<SinkRecord> records = task.context.paused.isEmpty()
                ? LongStream.range(next, Math.min(end, next + most))
                        .mapToObj(offset -> Records.item("k" + offset, (int) offset, offset))
                        .toList()
                : List.of();
        task.call(records);
        next += records.size();
    }

    private void seek() {
        Long sought = task.context.sought.remove(FakeContext.PARTITION);
        next = sought == null ? next : sought;
    }

    /** Delivers until everything is delivered, and nothing has to be read again. */
    void deliverAll() {
        do {
            deliver(7);
        } while (next < end || !task.context.sought.isEmpty() || !task.context.paused.isEmpty());
    }

    long consumed() {
        return next;
    }
}
