package io.ordersync.stack.files;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** A server's properties file. */
public final class PropertiesFile {

    private final Map<String, String> values = new LinkedHashMap<>();

    /** The settings of a file, to which others can be added. */
    public static PropertiesFile from(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
        PropertiesFile settings = new PropertiesFile();
        properties.stringPropertyNames().forEach(key -> settings.set(key, properties.getProperty(key)));
        return settings;
    }

    public PropertiesFile set(String key, Object value) {
        values.put(key, value.toString());
        return this;
    }

    public Path writeTo(Path file) throws IOException {
        Properties properties = new Properties();
        properties.putAll(values);
        Files.createDirectories(file.getParent());
        try (Writer out = Files.newBufferedWriter(file)) {
            properties.store(out, "Overwritten at each start");
        }
        return file;
    }
}
