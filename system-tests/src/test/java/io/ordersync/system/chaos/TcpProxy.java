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

/** Stands between a server of this machine and its clients, and does to their connections what networks do. */
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

    /** Passes connections on to a port of this machine, from now on. */
    void to(int port) {
        target = port;
        threads.execute(this::accept);
    }

    /** Every piece of data comes so much later, in both directions. */
    void delay(Duration by) {
        latency = by;
    }

    /** Resets every connection, and every new one. */
    void cut() {
        cut = true;
        connections.forEach(Connection::reset);
    }

    /** To the server its clients are gone; the clients hear nothing any more and are not told, new ones included. */
    void loseSilently() {
        silent = true;
        connections.forEach(Connection::lose);
    }

    /** Lets new connections through again, as fast as they come. What was lost stays lost. */
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
                // as when it ends: whoever has not lost the other side learns of it
            }
            if (!lost || from == client) {
                end();
            }
        }

        /** What is lost may be lost while it is being written. */
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

    /** Has it closed by RST. */
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
