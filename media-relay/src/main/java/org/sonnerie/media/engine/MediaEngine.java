package org.sonnerie.media.engine;

import java.net.InetAddress;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.media.api.MediaCommand;
import org.sonnerie.media.api.MediaEvent;
import org.sonnerie.media.api.MediaRelay;
import org.sonnerie.media.api.MediaSettings;
import org.sonnerie.media.api.SoundKeys;
import org.sonnerie.media.dtls.DtlsAdmission;
import org.sonnerie.media.dtls.DtlsCertificate;
import org.sonnerie.media.endpoint.BrowserSetting;
import org.sonnerie.media.endpoint.Counter;
import org.sonnerie.media.endpoint.Counters;
import org.sonnerie.media.endpoint.Workbench;
import org.sonnerie.media.ice.StunRateLimit;
import org.sonnerie.media.net.LocalAddresses;
import org.sonnerie.media.net.ReadableSockets;
import org.sonnerie.media.net.SharedPort;
import org.sonnerie.media.net.UdpPorts;
import org.sonnerie.media.player.SoundLibrary;
import org.sonnerie.media.sdp.BrowserAnswer;
import org.sonnerie.media.sealing.SealedFiles;

/** The media relay in this process: {@link #start} it, hand it commands, close it. Thread safe. */
public final class MediaEngine implements MediaRelay {
    private static final Logger LOG = LoggerFactory.getLogger(MediaEngine.class);

    private static final int HANDSHAKES = 256;
    private static final int HANDSHAKES_COMPUTING = 2;
    private static final int FILES_SECONDS = 5;

    private final Counters counters = new Counters();
    private final ExecutorService virtualThreads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("media-dtls-", 0).factory());
    private final ExecutorService fileThreads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("media-file-", 0).factory());
    private final Failures failures = new Failures(counters);
    private final Ledger ledger = new Ledger();
    private final MediaClock clock = new MediaClock();
    private final SoundLibrary library;
    private final EventOutbox outbox;
    private final List<MediaThread> threads;
    private final Dispatcher dispatcher;
    private final int mediaPort;

    private MediaEngine(MediaSettings settings, Consumer<MediaEvent> events, SealedFiles files) {
        SecureRandom random = new SecureRandom();
        library =
                SoundLibrary.load(
                        fileThreads, () -> counters.count(Counter.SOUNDS_UNREADABLE), files);
        DtlsCertificate certificate = WarmUp.run(library, random);
        outbox = new EventOutbox(events);
        List<SharedPort> shares = openPort(settings);
        mediaPort = shares.getFirst().port();
        threads =
                IntStream.rangeClosed(1, settings.threads())
                        .mapToObj(number -> new MediaThread(number, clock, counters, failures))
                        .toList();
        dispatcher = new Dispatcher(threads, ledger);
        long epochMillisAtZero = System.currentTimeMillis() - clock.nowNanos() / 1_000_000;
        Workbench.Common common =
                new Workbench.Common(counters, outbox::put, random, files, epochMillisAtZero);
        prepare(settings, shares, common, means(settings, browsers(settings, certificate)));
        outbox.start();
        threads.forEach(MediaThread::start);
        LOG.info(
                "media relay on UDP and TCP {} of {}, threads: {}",
                mediaPort,
                settings.bindAddresses(),
                threads.size());
    }

    private void prepare(
            MediaSettings settings,
            List<SharedPort> shares,
            Workbench.Common common,
            Commands.Means means) {
        BrowserTable table = new BrowserTable();
        MediaPort.Shared shared =
                new MediaPort.Shared(
                        table,
                        new Rings(threads.size(), counters),
                        settings.thisComputerOnly() ? LocalAddresses.discover() : null);
        FlightRecorder recorder =
                new FlightRecorder(dispatcher, fileThreads, common, threads.size());
        long begin = clock.nowNanos();
        for (int i = 0; i < threads.size(); i++) {
            MediaThread thread = threads.get(i);
            Workbench bench = new Workbench(i, common, thread, shares.get(i).sockets());
            StunRateLimit limit = new StunRateLimit(common.random().nextInt(), begin);
            ReadableSockets readable = ReadableSockets.open();
            Endpoints endpoints = new Endpoints(bench, table, readable, failures, ledger);
            thread.prepare(
                    new MediaThread.Work(
                            bench,
                            new MediaPort(bench, shares.get(i), readable, shared, limit, failures),
                            endpoints,
                            new Commands(endpoints, bench, means, outbox),
                            new Beat(begin),
                            i == 0 ? recorder::tick : _ -> {}));
        }
    }

    private BrowserSetting browsers(MediaSettings settings, DtlsCertificate certificate) {
        return new BrowserSetting(
                candidates(settings, mediaPort),
                certificate,
                new DtlsAdmission(HANDSHAKES, HANDSHAKES_COMPUTING),
                virtualThreads);
    }

    /**
     * Opens the ports, warms everything up so that the first call is as quick as the thousandth,
     * and starts. Takes a second or two.
     *
     * @param settings where to listen
     * @param events takes what is told, one after another, on a virtual thread; may block
     * @param keys seal what is recorded, and open what is played
     * @return the running relay
     * @throws org.sonnerie.media.net.NetException if an address or port cannot be bound
     * @throws IllegalArgumentException if an address is no IP literal
     */
    public static MediaEngine start(
            MediaSettings settings, Consumer<MediaEvent> events, SoundKeys keys) {
        return new MediaEngine(settings, events, new SealedFiles(keys));
    }

    private static List<SharedPort> openPort(MediaSettings settings) {
        List<InetAddress> addresses =
                settings.bindAddresses().stream().map(InetAddress::ofLiteral).toList();
        return SharedPort.open(addresses, settings.mediaPort(), settings.threads());
    }

    private static List<BrowserAnswer.Candidate> candidates(MediaSettings settings, int port) {
        List<String> addresses =
                settings.publicAddresses().isEmpty()
                        ? settings.bindAddresses()
                        : settings.publicAddresses();
        List<BrowserAnswer.Candidate> candidates = new ArrayList<>();
        List<String> last = new ArrayList<>();
        for (String address : addresses) {
            if (InetAddress.ofLiteral(address).isLoopbackAddress()) {
                last.add(address);
            } else {
                candidates.add(new BrowserAnswer.Candidate(address, port));
            }
        }
        last.forEach(address -> candidates.add(new BrowserAnswer.Candidate(address, port)));
        return candidates;
    }

    private Commands.Means means(MediaSettings settings, BrowserSetting browsers) {
        UdpPorts trunkPorts =
                new UdpPorts(
                        InetAddress.ofLiteral(settings.trunkAddress()),
                        settings.trunkPorts().first(),
                        settings.trunkPorts().last());
        return new Commands.Means(
                browsers, trunkPorts, shownToCarriers(settings), library, fileThreads);
    }

    /** Behind NAT a carrier is told the public address, but not by a relay for this machine. */
    static String shownToCarriers(MediaSettings settings) {
        InetAddress bound = InetAddress.ofLiteral(settings.trunkAddress());
        if (bound.isLoopbackAddress()) {
            return settings.trunkAddress();
        }
        return settings.publicAddresses().stream()
                .filter(shown -> InetAddress.ofLiteral(shown).getClass() == bound.getClass())
                .findFirst()
                .orElse(settings.trunkAddress());
    }

    /**
     * The port of all browsers.
     *
     * @return the one that was chosen where 0 was asked for
     */
    public int mediaPort() {
        return mediaPort;
    }

    @Override
    public void submit(MediaCommand command) {
        dispatcher.submit(command);
    }

    /**
     * How many endpoints, rooms and recordings have a place on one of the threads.
     *
     * @return 0 when there is none of them any more
     */
    public int placed() {
        return dispatcher.size();
    }

    @Override
    public Map<String, Long> counters() {
        return counters.snapshot();
    }

    @Override
    public Set<String> prompts(String language) {
        return library.prompts(language);
    }

    @Override
    public Set<String> languages() {
        return library.languages();
    }

    @Override
    public void close() {
        dispatcher.close();
        threads.forEach(MediaThread::stop);
        threads.forEach(MediaThread::awaitEnd);
        virtualThreads.shutdownNow();
        completeFiles();
        outbox.close();
    }

    /** Recordings end with their endpoints; their files are completed before the process ends. */
    private void completeFiles() {
        fileThreads.shutdown();
        try {
            if (!fileThreads.awaitTermination(FILES_SECONDS, TimeUnit.SECONDS)) {
                LOG.error("recordings are not complete after {} s: given up", FILES_SECONDS);
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
        fileThreads.shutdownNow();
    }
}
