package io.ordersync.service.load;

import io.ordersync.service.problem.BodyTooLarge;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import lombok.RequiredArgsConstructor;

@RequiredArgsConstructor
class BoundedInputStream extends ServletInputStream {

    private final ServletInputStream stream;
    private final long limit;
    private long count;

    @Override
    public int read() throws IOException {
        int value = stream.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = stream.read(bytes, offset, length);
        count(read);
        return read;
    }

    private void count(int read) throws BodyTooLarge {
        count += Math.max(read, 0);
        if (count > limit) {
            throw new BodyTooLarge(limit);
        }
    }

    @Override
    public boolean isFinished() {
        return stream.isFinished();
    }

    @Override
    public boolean isReady() {
        return stream.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        stream.setReadListener(listener);
    }
}
