package dev.plumbline.standalone.broker;

import dev.plumbline.standalone.start.DataFolder;
import dev.plumbline.standalone.start.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/// Where the broker and its controller listen. Kept in the data folder, so that tools which were pointed at a broker
/// find it again; another port is taken where somebody else took it meanwhile.
record BrokerPorts(int broker, int controller) {
    private static final String FILE = "broker.properties";

    static BrokerPorts of(DataFolder data) throws IOException {
        Path file = data.file(FILE);
        var kept = new Properties();
        if (Files.exists(file)) {
            try (var in = Files.newInputStream(file)) {
                kept.load(in);
            }
        }
        var ports = new BrokerPorts(free(kept, "port"), free(kept, "controller.port"));
        ports.keep(file);
        return ports;
    }

    private void keep(Path file) throws IOException {
        Files.writeString(file, "port=" + broker + "\ncontroller.port=" + controller + "\n");
    }

    private static int free(Properties kept, String key) throws IOException {
        String port = kept.getProperty(key, "0");
        return Ports.preferring(
                port.matches("[0-9]{1,5}") && Integer.parseInt(port) <= 65_535 ? Integer.parseInt(port) : 0);
    }
}
