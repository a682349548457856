package org.sonnerie.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sonnerie.e2e.sound.Listener;
import org.sonnerie.e2e.sound.Reference;
import org.sonnerie.e2e.sound.Voice;

/** The browsers and their ears, proved on a page that calls itself. */
class BrowsersIT {
    private static final Voice ALICE = new Voice("alice", 1);
    private static final Voice BOB = new Voice("bob", 2);
    private static final List<Reference> KNOWN = List.of(Reference.of(ALICE), Reference.of(BOB));
    private static final String PAGE =
            """
            <!doctype html><title>Calls itself</title><button id=go>Go</button>
            <script>
            document.getElementById('go').onclick = async () => {
              const sound = {echoCancellation: false, noiseSuppression: false, autoGainControl: false};
              const stream = await navigator.mediaDevices.getUserMedia({audio: sound});
              const here = new RTCPeerConnection(), there = new RTCPeerConnection();
              here.onicecandidate = e => e.candidate && there.addIceCandidate(e.candidate);
              there.onicecandidate = e => e.candidate && here.addIceCandidate(e.candidate);
              here.addTrack(stream.getAudioTracks()[0], stream);
              await here.setLocalDescription();
              await there.setRemoteDescription(here.localDescription);
              await there.setLocalDescription();
              await here.setRemoteDescription(there.localDescription);
            };
            </script>
            """;

    private static HttpServer server;
    private static Browsers browsers;

    @BeforeAll
    static void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    byte[] body = PAGE.getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().add("Content-Type", "text/html");
                    exchange.getResponseHeaders()
                            .add(
                                    "Content-Security-Policy",
                                    "default-src 'self'; script-src 'unsafe-inline'");
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        browsers = Browsers.open();
    }

    @AfterAll
    static void stop() {
        browsers.close();
        server.stop(0);
    }

    @Test
    void eachBrowserSpeaksWithItsOwnVoiceAndIsHeard() {
        for (Voice voice : List.of(ALICE, BOB)) {
            try (BrowserContext context = browsers.fresh(voice)) {
                Page page = context.newPage();
                page.navigate("http://127.0.0.1:" + server.getAddress().getPort() + "/");
                Listener listener = new Listener(new PageEar(voice.name(), page), KNOWN);
                page.locator("#go").click();
                listener.untilOnly(voice.name());
            }
        }
    }

    @Test
    void theProductsOwnSoundsAreKnownWithoutIt() {
        short[] greeting = DecodedSound.read(browsers, "prompts/en/menu-welcome");
        assertThat(greeting.length).isGreaterThan(8 * Reference.RATE_HZ);
        short[] second = Arrays.copyOfRange(greeting, 16_000, 16_000 + Reference.WINDOW);
        Reference known = Reference.ofPrompt("greeting", greeting);
        assertThat(known.find(second).lag()).isEqualTo(16_000);
        short[] music = DecodedSound.read(browsers, "music/house");
        assertThat(music.length).isGreaterThan(20 * Reference.RATE_HZ);
        assertThat(known.find(Arrays.copyOf(music, Reference.WINDOW)).ncc()).isLessThan(0.3);
    }
}
