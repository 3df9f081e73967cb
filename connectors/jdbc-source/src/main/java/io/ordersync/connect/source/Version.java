package io.ordersync.connect.source;

/** The version of the plugin, as its jar states it. */
final class Version {

    private Version() {}

    static String get() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
