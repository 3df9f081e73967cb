package io.ordersync.connect.database;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Stands between one client and the server, and answers a statement by asking the client for a file. */
final class FileRequestingProxy implements AutoCloseable {

    private static final byte QUERY = 3;

    private final ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final Socket server;
    private volatile @Nullable Path wanted;
    private volatile String received = "";

    FileRequestingProxy(int serverPort) throws IOException {
        server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
        start(this::serve);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Asks for the file at the next statement. */
    void want(Path file) {
        received = "nothing was asked for";
        wanted = file;
    }

    /** What the client has sent as the content of the file. */
    String received() {
        return received;
    }

    private void serve() {
        try (Socket client = listening.accept()) {
            start(() -> copy(client));
            DataInputStream in = new DataInputStream(client.getInputStream());
            while (true) {
                byte[] packet = read(in);
                Path file = wanted;
                if (file != null && packet.length > 4 && packet[4] == QUERY) {
                    wanted = null;
                    ask(file, in, client.getOutputStream());
                } else {
                    server.getOutputStream().write(packet);
                }
            }
        } catch (IOException e) {
            // The client or the test has closed its connection.
        }
    }

    private void ask(Path file, DataInputStream in, OutputStream out) throws IOException {
        byte[] name = file.toString().getBytes(StandardCharsets.UTF_8);
        out.write(packet(1, (byte) 0xFB, name));
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] part = read(in);
        while (part.length > 4) {
            content.write(part, 4, part.length - 4);
            part = read(in);
        }
        received = content.toString(StandardCharsets.UTF_8);
        byte[] error = "\u0051\u0004#HY000refused by the test".getBytes(StandardCharsets.ISO_8859_1);
        out.write(packet(part[3] + 1, (byte) 0xFF, error));
    }

    private static byte[] packet(int sequence, byte first, byte[] rest) {
        byte[] packet = new byte[5 + rest.length];
        packet[0] = (byte) (1 + rest.length);
        packet[3] = (byte) sequence;
        packet[4] = first;
        System.arraycopy(rest, 0, packet, 5, rest.length);
        return packet;
    }

    /** Reads a packet with its header: three bytes of length, the lowest first, and the sequence. */
    private static byte[] read(DataInputStream in) throws IOException {
        byte[] header = in.readNBytes(4);
        if (header.length < 4) {
            throw new IOException("closed");
        }
        int length = (header[0] & 0xFF) | (header[1] & 0xFF) << 8 | (header[2] & 0xFF) << 16;
        byte[] packet = new byte[4 + length];
        System.arraycopy(header, 0, packet, 0, 4);
        in.readFully(packet, 4, length);
        return packet;
    }

    private void copy(Socket client) {
        try {
            server.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException e) {
            // Closed by the test.
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "file-requesting-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listening.close();
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
