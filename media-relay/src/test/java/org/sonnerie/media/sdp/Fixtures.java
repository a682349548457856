package org.sonnerie.media.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Session descriptions from the test resources, and what results are expected to be. */
final class Fixtures {
    static final String CHROMIUM = "chromium-156-offer.sdp";
    static final String CHROMIUM_WITH_ALL = "chromium-156-data-video-audio-offer.sdp";
    static final String FIREFOX = "firefox-153-offer.sdp";

    private Fixtures() {}

    static String text(String name) {
        try (InputStream in = Fixtures.class.getResourceAsStream(name)) {
            byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8).replace("\n", "\r\n");
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }

    static <T> T read(SdpResult<T> result) {
        assertThat(result).isInstanceOf(SdpResult.Read.class);
        return ((SdpResult.Read<T>) result).content();
    }

    static BrowserOffer browserOffer(String name) {
        return read(BrowserOffer.parse(text(name)));
    }
}
