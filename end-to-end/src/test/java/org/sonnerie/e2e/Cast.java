package org.sonnerie.e2e;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.sonnerie.e2e.browser.Browsers;
import org.sonnerie.e2e.product.Sonnerie;
import org.sonnerie.e2e.sound.Reference;
import org.sonnerie.e2e.sound.Voice;

/** Who and what can be heard in the demo company. */
final class Cast {
    static final Voice ALICE = new Voice("alice", 1);
    static final Voice BOB = new Voice("bob", 2);
    static final Voice CAROL = new Voice("carol", 3);

    /** Whoever is at the other end of the public phone network. */
    static final Voice OUTSIDE = new Voice("outside", 4);

    /** The names of sounds that are not people. */
    static final String MUSIC = "music";

    static final String GREETING = "greeting";
    static final String WRONG_PIN = "wrong PIN";
    static final String ASKED_FOR_PIN = "asked for PIN";

    private static final String SOUNDS = "media-relay/src/main/resources/org/sonnerie/media/player";
    private static final int MUSIC_LEAD_IN = Reference.RATE_HZ;
    private static final String DECODE =
            """
            async (base64) => {
              const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
              const context = new OfflineAudioContext(1, 1, 8000);
              const audio = await context.decodeAudioData(bytes.buffer);
              const pcm = Int16Array.from(audio.getChannelData(0), (x) => x * 32767);
              let text = '';
              for (let i = 0; i < pcm.byteLength; i += 8192) {
                const part = new Uint8Array(pcm.buffer, i, Math.min(8192, pcm.byteLength - i));
                text += String.fromCharCode(...part);
              }
              return btoa(text);
            }
            """;

    private Cast() {}

    /** The people. */
    static List<Reference> people() {
        return List.of(
                Reference.of(ALICE), Reference.of(BOB), Reference.of(CAROL), Reference.of(OUTSIDE));
    }

    /** The people, the hold music and the prompts, decoded by a browser from the sources. */
    static List<Reference> everything(Browsers browsers) {
        List<Reference> all = new ArrayList<>(people());
        try (BrowserContext context = browsers.fresh(ALICE)) {
            Page page = context.newPage();
            short[] music = decode(page, "music/house");
            short[] loop = new short[music.length - MUSIC_LEAD_IN];
            System.arraycopy(music, MUSIC_LEAD_IN, loop, 0, loop.length);
            all.add(Reference.of(MUSIC, loop, true));
            all.add(Reference.of(GREETING, decode(page, "prompts/en/menu-welcome"), false));
            all.add(
                    Reference.of(
                            WRONG_PIN, decode(page, "prompts/en/conference-pin-wrong"), false));
            all.add(Reference.of(ASKED_FOR_PIN, decode(page, "prompts/en/conference-pin"), false));
        }
        return List.copyOf(all);
    }

    private static short[] decode(Page page, String sound) {
        Path file = Sonnerie.root().resolve(SOUNDS).resolve(sound + ".opus");
        try {
            String base64 = Base64.getEncoder().encodeToString(Files.readAllBytes(file));
            String decoded = (String) page.evaluate(DECODE, base64);
            byte[] bytes = Base64.getDecoder().decode(decoded);
            short[] samples = new short[bytes.length / 2];
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
            return samples;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
