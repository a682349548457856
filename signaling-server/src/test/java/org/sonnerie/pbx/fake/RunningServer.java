package org.sonnerie.pbx.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.sonnerie.pbx.SonnerieApplication;
import org.sonnerie.pbx.config.OpenPorts;
import org.sonnerie.pbx.config.OpenPorts.Service;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The real application on free ports with a data folder of its own. */
public final class RunningServer implements AutoCloseable, Site {
    private static final String CARRIER = "--sonnerie.demo-carrier=";
    private static final String RESTORE = "--sonnerie.restore.";

    private final Path data;
    private final FakeCallDesk desk = new FakeCallDesk();
    private final StoppableClock clock = new StoppableClock();
    private final ConfigurableApplicationContext context;

    private RunningServer(Path data, List<String> args, boolean withCalls) {
        this.data = data;
        SpringApplication application = new SpringApplication(SonnerieApplication.class);
        application.setMainApplicationClass(SonnerieApplication.class);
        application.setRegisterShutdownHook(false);
        application.addInitializers(
                started -> takeOver((GenericApplicationContext) started, withCalls));
        this.context = application.run(args.toArray(String[]::new));
    }

    public static RunningServer demo(String... more) {
        List<String> args = new ArrayList<>(List.of("--sonnerie.demo=true"));
        args.addAll(List.of(more));
        return start(args.toArray(String[]::new));
    }

    /** With the real desk of calls. */
    public static RunningServer demoWithCalls() {
        return start(temporaryFolder(), true, "--sonnerie.demo=true");
    }

    /** An empty folder, with the real desk of calls. */
    public static RunningServer startWithCalls() {
        return start(temporaryFolder(), true);
    }

    public static RunningServer start(String... more) {
        return startIn(temporaryFolder(), more);
    }

    public static RunningServer startIn(Path data, String... more) {
        return start(data, false, more);
    }

    private static RunningServer start(Path data, boolean withCalls, String... more) {
        List<String> args =
                new ArrayList<>(
                        List.of(
                                "--sonnerie.data=" + data,
                                "--sonnerie.ports.http=0",
                                "--sonnerie.ports.https=0",
                                "--sonnerie.ports.management=0",
                                "--sonnerie.ports.sip=0",
                                "--sonnerie.ports.media=0",
                                "--sonnerie.ports.trunk-media=0"));
        args.addAll(TestDatabase.options(data));
        args.addAll(List.of(more));
        // A backup is restored into an empty folder only.
        if (args.stream().noneMatch(option -> option.startsWith(RESTORE))) {
            TestDatabase.prepare(data);
        }
        // An option given twice would be a list.
        if (args.stream().noneMatch(option -> option.startsWith(CARRIER))) {
            args.add(CARRIER + "127.0.0.1:9");
        }
        return new RunningServer(data, args, withCalls);
    }

    /** Mostly signaling is tested here, not the calls: then their desk is a fake. */
    private void takeOver(GenericApplicationContext started, boolean withCalls) {
        if (!withCalls) {
            replace(started, FakeCallDesk.class, desk);
        }
        replace(started, StoppableClock.class, clock);
    }

    private static <T> void replace(
            GenericApplicationContext started, Class<T> type, T replacement) {
        started.registerBean(
                type.getSimpleName(),
                type,
                () -> replacement,
                definition -> definition.setPrimary(true));
    }

    public static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("sonnerie-it");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public FakeCallDesk desk() {
        return desk;
    }

    public StoppableClock clock() {
        return clock;
    }

    public Path data() {
        return data;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    public int port(Service service) {
        return bean(OpenPorts.class).of(service).orElseThrow();
    }

    @Override
    public URI http(String path) {
        return URI.create("http://localhost:" + port(Service.HTTP) + path);
    }

    public URI management(String path) {
        return URI.create("http://127.0.0.1:" + port(Service.MANAGEMENT) + path);
    }

    /** Stops the application and keeps its folder. */
    public void stop() {
        context.close();
    }

    @Override
    public void close() {
        stop();
        TestDatabase.drop(data);
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
