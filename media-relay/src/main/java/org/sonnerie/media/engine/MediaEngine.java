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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.media.api.MediaCommand;
import org.sonnerie.media.api.MediaEvent;
import org.sonnerie.media.api.MediaRelay;
import org.sonnerie.media.api.MediaSettings;
import org.sonnerie.media.dtls.DtlsAdmission;
import org.sonnerie.media.dtls.DtlsCertificate;
import org.sonnerie.media.endpoint.BrowserSetting;
import org.sonnerie.media.endpoint.Counter;
import org.sonnerie.media.endpoint.Counters;
import org.sonnerie.media.endpoint.Studio;
import org.sonnerie.media.ice.StunRateLimit;
import org.sonnerie.media.net.LocalAddresses;
import org.sonnerie.media.net.UdpPorts;
import org.sonnerie.media.net.UdpSocket;
import org.sonnerie.media.player.SoundLibrary;
import org.sonnerie.media.sdp.BrowserAnswer;

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
    private final MediaThread thread = new MediaThread(1, counters, failures);
    private final SoundLibrary library =
            SoundLibrary.load(fileThreads, () -> counters.count(Counter.SOUNDS_UNREADABLE));
    private final EventOutbox outbox;
    private final Commands commands;
    private final int mediaPort;

    private MediaEngine(MediaSettings settings, Consumer<MediaEvent> events) {
        SecureRandom random = new SecureRandom();
        DtlsCertificate certificate = WarmUp.run(library, random);
        outbox = new EventOutbox(events);
        List<UdpSocket> sockets = openSockets(settings);
        mediaPort = sockets.getFirst().port();
        BrowserTable table = new BrowserTable();
        MediaPort port =
                new MediaPort(
                        sockets,
                        table,
                        new StunRateLimit(random.nextInt(), thread.nowNanos()),
                        counters,
                        failures,
                        settings.thisComputerOnly() ? LocalAddresses.discover() : null);
        long epochMillisAtZero = System.currentTimeMillis() - thread.nowNanos() / 1_000_000;
        Studio studio = new Studio(counters, outbox::put, random, epochMillisAtZero);
        BrowserSetting browsers =
                new BrowserSetting(
                        sockets,
                        candidates(settings, mediaPort),
                        certificate,
                        new DtlsAdmission(HANDSHAKES, HANDSHAKES_COMPUTING),
                        virtualThreads,
                        thread);
        Endpoints endpoints = new Endpoints(studio, table, failures);
        commands = new Commands(endpoints, studio, means(settings, browsers, library), outbox);
        outbox.start();
        thread.start(new MediaThread.Work(studio, port, endpoints));
        LOG.info("media relay on UDP {} of {}", mediaPort, settings.bindAddresses());
    }

    /**
     * Opens the ports, warms everything up so that the first call is as quick as the thousandth,
     * and starts. Takes a second or two.
     *
     * @param settings where to listen
     * @param events takes what is told, one after another, on a virtual thread; may block
     * @return the running relay
     * @throws org.sonnerie.media.net.NetException if an address or port cannot be bound
     * @throws IllegalArgumentException if an address is no IP literal, or for more than one thread
     */
    public static MediaEngine start(MediaSettings settings, Consumer<MediaEvent> events) {
        if (settings.threads() != 1) {
            throw new IllegalArgumentException(
                    "this release runs one media thread, not " + settings.threads());
        }
        return new MediaEngine(settings, events);
    }

    private static List<UdpSocket> openSockets(MediaSettings settings) {
        List<InetAddress> addresses =
                settings.bindAddresses().stream().map(InetAddress::ofLiteral).toList();
        return UdpPorts.openShared(addresses, settings.mediaPort(), 1).getFirst();
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

    private Commands.Means means(
            MediaSettings settings, BrowserSetting browsers, SoundLibrary library) {
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
        thread.execute(() -> commands.perform(command, thread.nowNanos()));
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
        thread.stop();
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
