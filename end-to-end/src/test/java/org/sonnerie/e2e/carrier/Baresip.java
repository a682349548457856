package org.sonnerie.e2e.carrier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sonnerie.e2e.product.Await;
import org.sonnerie.e2e.product.Child;
import org.sonnerie.e2e.product.Sonnerie;
import org.sonnerie.e2e.sound.Ear;
import org.sonnerie.e2e.sound.G711;
import org.sonnerie.e2e.sound.Recording;
import org.sonnerie.e2e.sound.Voice;
import org.sonnerie.e2e.sound.WavFile;

/** A real baresip: says a voice, records what it hears, answers every call, may place one. */
public final class Baresip implements Ear, AutoCloseable {
    private static final String MODULES = "/usr/lib/baresip/modules";
    private static final int TIMES = 12;

    private final Path folder;
    private final Child child;
    private final Recording recording = new Recording();

    private Baresip(Path folder, Child child) {
        this.folder = folder;
        this.child = child;
    }

    /**
     * Starts one that answers.
     *
     * @param number it has
     * @param sipPort it listens on; the next port is taken too
     * @param voice it says
     * @param law the only codec it has
     * @return to be closed
     */
    public static Baresip answering(String number, int sipPort, Voice voice, G711 law) {
        return start(sipPort, voice, account(number, law), List.of());
    }

    /**
     * Starts one that calls.
     *
     * @param uri whom
     * @param voice it says
     * @param law the only codec it has
     * @return to be closed
     */
    public static Baresip calling(String uri, Voice voice, G711 law) {
        String account = account("+33699000003", law);
        return start(Sonnerie.freeUdpPort(), voice, account, List.of("-e", "/dial " + uri));
    }

    private static Baresip start(int sipPort, Voice voice, String account, List<String> more) {
        try {
            Path folder = Files.createTempDirectory("baresip");
            short[] once = voice.samples(8000);
            short[] all = new short[once.length * TIMES];
            for (int i = 0; i < TIMES; i++) {
                System.arraycopy(once, 0, all, i * once.length, once.length);
            }
            WavFile.write(folder.resolve("voice.wav"), all, 8000);
            Files.writeString(folder.resolve("config"), config(folder, sipPort));
            Files.writeString(folder.resolve("accounts"), account);
            Files.writeString(folder.resolve("contacts"), "");
            List<String> command =
                    Stream.concat(Stream.of("baresip", "-f", folder.toString()), more.stream())
                            .toList();
            Path log = folder.resolve("log");
            Child child = Child.start(folder, log, Map.of("HOME", folder.toString()), command);
            Baresip baresip = new Baresip(folder, child);
            Await.until("baresip is ready", () -> baresip.child.printed().contains("ready"));
            return baresip;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String config(Path folder, int sipPort) {
        return """
        poll_method epoll
        sip_listen 127.0.0.1:%d
        audio_source aufile,%s/voice.wav
        audio_player aufile,%s/none.wav
        ausrc_srate 8000
        auplay_srate 8000
        ausrc_channels 1
        auplay_channels 1
        net_interface 127.0.0.1
        module_path %s
        module stdio.so
        module g711.so
        module aufile.so
        module sndfile.so
        snd_path %s
        module_tmp uuid.so
        module_tmp account.so
        module_app menu.so
        """
                .formatted(sipPort, folder, folder, MODULES, folder);
    }

    private static String account(String number, G711 law) {
        String codec = law == G711.PCMA ? "pcma" : "pcmu";
        return "<sip:%s@127.0.0.1>;regint=0;answermode=auto;audio_codecs=%s\n"
                .formatted(number, codec);
    }

    /**
     * What it printed.
     *
     * @return its own words about the call
     */
    public String printed() {
        return child.printed();
    }

    @Override
    public String name() {
        return "baresip";
    }

    @Override
    public Recording recording() {
        return recording;
    }

    @Override
    public void listen(Duration atMost) {
        try {
            Optional<Path> heard = heard();
            if (heard.isPresent()) {
                recording.append(WavFile.readAfter(heard.get(), recording.size()));
            }
            recording.awaitLongerThan(recording.size(), Math.min(100, atMost.toMillis()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Path> heard() {
        return Arrays.stream(Optional.ofNullable(folder.toFile().list()).orElse(new String[0]))
                .filter(file -> file.endsWith("-dec.wav"))
                .sorted()
                .findFirst()
                .map(folder::resolve);
    }

    @Override
    public String toString() {
        return "baresip: " + printed();
    }

    @Override
    public void close() {
        child.close();
    }
}
