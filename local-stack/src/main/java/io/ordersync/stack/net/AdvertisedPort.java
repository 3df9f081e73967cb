package io.ordersync.stack.net;

/** The port of 127.0.0.1 that a server listens on, and the port that its clients connect to: usually the same one. */
public final class AdvertisedPort {

    private final int port;
    private int advertised;

    public AdvertisedPort(int port) {
        this.port = port;
        this.advertised = port;
    }

    public int port() {
        return port;
    }

    /** The address that clients on this machine use. */
    public Address clientAddress() {
        return new Address(Ports.HOST, advertised);
    }

    public int advertised() {
        return advertised;
    }

    /** Lets clients connect to another port, such as that of a proxy. */
    public void advertise(int otherPort) {
        advertised = otherPort;
    }
}
