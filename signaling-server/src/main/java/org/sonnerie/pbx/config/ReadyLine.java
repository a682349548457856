package org.sonnerie.pbx.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.config.OpenPorts.Service;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says, once, that all is ready and where; writes the port file that scripts and tests read. */
@Component
class ReadyLine {
    private static final Logger LOG = LoggerFactory.getLogger(ReadyLine.class);
    private static final String PORT_FILE = "ports.json";

    private final SonnerieProperties properties;
    private final OpenPorts ports;
    private final ObjectProvider<ReadyNote> notes;

    ReadyLine(SonnerieProperties properties, OpenPorts ports, ObjectProvider<ReadyNote> notes) {
        this.properties = properties;
        this.ports = ports;
        this.notes = notes;
    }

    @EventListener
    void onWebServer(WebServerInitializedEvent event) {
        boolean management =
                "management".equals(event.getApplicationContext().getServerNamespace());
        ports.opened(
                management ? Service.MANAGEMENT : Service.HTTP, event.getWebServer().getPort());
    }

    @EventListener(ApplicationReadyEvent.class)
    void onReady() {
        writePortFile();
        LOG.info("{}", text());
    }

    private void writePortFile() {
        Path file = properties.dataFolder().resolve(PORT_FILE);
        Path part = file.resolveSibling(PORT_FILE + ".part");
        try {
            Files.writeString(part, ports.json() + "\n");
            Files.move(
                    part,
                    file,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("the port file " + file + " cannot be written", e);
        }
    }

    private String text() {
        String address = "http://localhost:" + ports.of(Service.HTTP).orElse(0);
        List<String> lines = new ArrayList<>();
        lines.add("Sonnerie is ready.");
        lines.add("  Phone:   " + address + "/phone");
        lines.add("  Admin:   " + address + "/admin");
        ports.of(Service.HTTPS)
                .ifPresent(port ->
                        lines.add(
                                "  HTTPS:   https://%s:%d (self-signed certificate)"
                                        .formatted(secureHost(), port)));
        lines.add(
                "  Health:  http://%s:%d/actuator/health"
                        .formatted(
                                properties.bind().management(),
                                ports.of(Service.MANAGEMENT).orElse(0)));
        ports.of(Service.SIP).ifPresent(port -> lines.add("  SIP:     %d".formatted(port)));
        ports.of(Service.MEDIA)
                .ifPresent(port -> lines.add("  Media:   %d UDP and TCP".formatted(port)));
        lines.add("  Data:    " + properties.dataFolder());
        notes.orderedStream()
                .map(note -> note.line(address))
                .flatMap(Optional::stream)
                .forEach(line -> lines.add("  " + line));
        return String.join(System.lineSeparator(), lines);
    }

    private String secureHost() {
        return properties.demo() ? "localhost" : MachineAddresses.hostName();
    }
}
