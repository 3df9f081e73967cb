package io.ordersync.system.chaos;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** A proxy in front of a server of this machine. It delays, resets or silently drops connections, as networks do. */
final class TcpProxy implements AutoCloseable {

    private static final int BACKLOG = 200;
    private static final int CHUNK = 65_536;

    private final ServerSocket listener;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "proxy");
        thread.setDaemon(true);
        return thread;
    });
    private volatile int target;
    private volatile Duration latency = Duration.ZERO;
    private volatile boolean cut;
    private volatile boolean silent;

    private TcpProxy(ServerSocket listener) {
        this.listener = listener;
    }

    static TcpProxy open() {
        try {
            return new TcpProxy(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Starts to forward connections to a port of this machine. */
    void forwardTo(int port) {
        target = port;
        threads.execute(this::accept);
    }

    /** Delays all data in both directions. */
    void delay(Duration by) {
        latency = by;
    }

    /** Resets every open connection and every new one. */
    void cut() {
        cut = true;
        connections.forEach(Connection::reset);
    }

    /** Closes the connections to the server and leaves those of the clients open and silent, new ones included. */
    void dropSilently() {
        silent = true;
        connections.forEach(Connection::lose);
    }

    /** Forwards new connections without delay again. Dropped connections stay dropped. */
    void heal() {
        latency = Duration.ZERO;
        cut = false;
        silent = false;
    }

    @Override
    public void close() {
        close(listener);
        connections.forEach(Connection::reset);
        threads.shutdownNow();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                new Connection(listener.accept()).begin();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private final class Connection {

        private final Socket client;
        private final Socket server = new Socket();
        private volatile boolean lost;

        Connection(Socket client) {
            this.client = client;
        }

        void begin() {
            connections.add(this);
            threads.execute(this::connect);
        }

        private void connect() {
            if (cut) {
                reset();
                return;
            }
            if (silent) {
                lose();
            } else {
                try {
                    server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
                    client.setTcpNoDelay(true);
                    server.setTcpNoDelay(true);
                    threads.execute(() -> pass(server, client));
                } catch (IOException refused) {
                    if (!lost) {
                        reset();
                        return;
                    }
                }
            }
            pass(client, server);
        }

        private void pass(Socket from, Socket to) {
            byte[] data = new byte[CHUNK];
            try {
                InputStream in = from.getInputStream();
                for (int length = in.read(data); length >= 0; length = in.read(data)) {
                    LockSupport.parkNanos(latency.toNanos());
                    passOn(data, length, to);
                }
            } catch (IOException gone) {
                // the same as the end of the stream: the other side is closed below
            }
            if (!lost || from == client) {
                end();
            }
        }

        /** Writes the data, unless the connection was dropped before or during the write. */
        private void passOn(byte[] data, int length, Socket to) throws IOException {
            try {
                if (!lost) {
                    to.getOutputStream().write(data, 0, length);
                }
            } catch (IOException gone) {
                if (!lost) {
                    throw gone;
                }
            }
        }

        void lose() {
            lost = true;
            close(server);
        }

        void reset() {
            linger(client);
            linger(server);
            end();
        }

        private void end() {
            connections.remove(this);
            close(client);
            close(server);
        }
    }

    /** Makes close() send RST. */
    private static void linger(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException closed) {
            // there is nothing to reset
        }
    }

    private static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
