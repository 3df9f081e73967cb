package io.ordersync.order.kafka.tail.index;

import io.ordersync.order.Order;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ObjLongConsumer;

/**
 * Some thousand consecutive orders of a partition in one array of bytes, and a hash table of their ids. Segments are
 * dropped as a whole, so the table needs no removal.
 */
final class Segment {

    private static final int MAX_BYTES = 256 * 1024;

    /** More than an order with the longest texts takes. */
    private static final int LARGEST_ENTRY = 1024;

    private static final int FIRST_BYTES = 1024;
    private static final int FIRST_SLOTS = 32;

    private byte[] entries = new byte[FIRST_BYTES];
    private int used;
    private int count;
    /** Open addressing: a slot holds the place of an entry plus 1, or 0. At most half of the slots are used. */
    private int[] slots = new int[FIRST_SLOTS];

    private long lastOffset = -1;

    boolean isFull() {
        return used > MAX_BYTES - LARGEST_ENTRY;
    }

    int count() {
        return count;
    }

    /** The bytes of memory. */
    long size() {
        return entries.length + (long) Integer.BYTES * slots.length;
    }

    long lastOffset() {
        return lastOffset;
    }

    /** Adds an order behind all others. */
    void add(long offset, Order order) {
        byte[] encoded = EncodedOrder.encode(order);
        int end = used + Long.BYTES + encoded.length;
        if (end > entries.length) {
            entries = Arrays.copyOf(entries, Math.max(end, 2 * entries.length));
        }
        if (2 * (count + 1) > slots.length) {
            rehash();
        }
        ByteBuffer.wrap(entries, used, end - used).putLong(offset).put(encoded);
        link(order.id(), used);
        used = end;
        count++;
        lastOffset = offset;
    }

    /** Passes on the states of an order that are at an offset or behind it. */
    void find(UUID id, long from, ObjLongConsumer<Order> states) {
        ByteBuffer bytes = ByteBuffer.wrap(entries);
        for (int slot = slotOf(id); slots[slot] != 0; slot = next(slot)) {
            int place = slots[slot] - 1;
            if (bytes.getLong(place) >= from && isOf(id, bytes, place)) {
                states.accept(orderAt(bytes, place), bytes.getLong(place));
            }
        }
    }

    /** Passes on orders from an offset on, in their order, until one is taken. */
    Optional<Order> first(long from) {
        ByteBuffer bytes = ByteBuffer.wrap(entries);
        while (bytes.position() < used) {
            long offset = bytes.getLong();
            Order order = EncodedOrder.decode(bytes);
            if (offset >= from) {
                return Optional.of(order);
            }
        }
        return Optional.empty();
    }

    private void rehash() {
        slots = new int[2 * slots.length];
        ByteBuffer bytes = ByteBuffer.wrap(entries);
        while (bytes.position() < used) {
            int place = bytes.position();
            bytes.getLong();
            link(EncodedOrder.decode(bytes).id(), place);
        }
    }

    private void link(UUID id, int place) {
        int slot = slotOf(id);
        while (slots[slot] != 0) {
            slot = next(slot);
        }
        slots[slot] = place + 1;
    }

    private int slotOf(UUID id) {
        int hash = id.hashCode() * 0x9E3779B9;
        return (hash ^ hash >>> 16) & slots.length - 1;
    }

    private int next(int slot) {
        return slot + 1 & slots.length - 1;
    }

    private static boolean isOf(UUID id, ByteBuffer bytes, int place) {
        return bytes.getLong(place + Long.BYTES) == id.getMostSignificantBits()
                && bytes.getLong(place + 2 * Long.BYTES) == id.getLeastSignificantBits();
    }

    private static Order orderAt(ByteBuffer bytes, int place) {
        return EncodedOrder.decode(bytes.duplicate().position(place + Long.BYTES));
    }
}
