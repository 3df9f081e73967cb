package io.ordersync.connect.database.plugin;

/** The version of a plugin, as its jar states it. */
public final class PluginVersion {

    private PluginVersion() {}

    /** @param type a class of the plugin's own jar */
    public static String of(Class<?> type) {
        String version = type.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
