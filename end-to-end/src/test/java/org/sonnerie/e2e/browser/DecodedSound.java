package org.sonnerie.e2e.browser;

import com.microsoft.playwright.BrowserContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.sonnerie.e2e.product.Sonnerie;
import org.sonnerie.e2e.sound.Voice;

/** The product's own sounds as a browser, not the product, decodes them. */
public final class DecodedSound {
    private static final String SOUNDS = "media-relay/src/main/resources/org/sonnerie/media/player";
    private static final String DECODE =
            """
            async ([base64, channel]) => {
              const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
              const context = new OfflineAudioContext(1, 1, 8000);
              const audio = await context.decodeAudioData(bytes.buffer);
              const pcm = Int16Array.from(audio.getChannelData(channel), (x) => x * 32767);
              let text = '';
              for (let i = 0; i < pcm.byteLength; i += 8192) {
                const part = new Uint8Array(pcm.buffer, i, Math.min(8192, pcm.byteLength - i));
                text += String.fromCharCode(...part);
              }
              return btoa(text);
            }
            """;

    private DecodedSound() {}

    /**
     * Decodes a prompt or a piece of music.
     *
     * @param browsers one of them decodes
     * @param sound its path in the relay's resources, without {@code .opus}
     * @return mono at 8 kHz
     */
    public static short[] read(Browsers browsers, String sound) {
        Path file = Sonnerie.root().resolve(SOUNDS).resolve(sound + ".opus");
        try {
            return decode(browsers, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Decodes a sound file.
     *
     * @param browsers one of them decodes
     * @param file in a format that it knows
     * @return mono at 8 kHz
     */
    public static short[] decode(Browsers browsers, byte[] file) {
        return decode(browsers, file, 0);
    }

    /**
     * Decodes one channel of a sound file.
     *
     * @param browsers one of them decodes
     * @param file in a format that it knows
     * @param channel 0: left, 1: right
     * @return mono at 8 kHz
     */
    public static short[] decode(Browsers browsers, byte[] file, int channel) {
        try (BrowserContext context = browsers.fresh(new Voice("alice", 1))) {
            String base64 = Base64.getEncoder().encodeToString(file);
            String decoded = (String) context.newPage().evaluate(DECODE, List.of(base64, channel));
            byte[] bytes = Base64.getDecoder().decode(decoded);
            short[] samples = new short[bytes.length / 2];
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
            return samples;
        }
    }
}
