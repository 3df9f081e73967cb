package io.ordersync.stack.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Which port of 127.0.0.1 each part listens on. */
public interface Ports {

    String HOST = "127.0.0.1";

    /** The same answer for the same part, always. */
    int of(String part);

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(HOST))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
