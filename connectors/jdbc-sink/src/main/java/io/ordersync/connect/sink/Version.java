package io.ordersync.connect.sink;

/** The plugin's version, from its jar. */
final class Version {

    private Version() {}

    static String get() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
