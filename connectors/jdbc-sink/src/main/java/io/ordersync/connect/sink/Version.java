package io.ordersync.connect.sink;

/** The version of the plugin, as its jar states it. */
final class Version {

    private Version() {}

    static String get() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
