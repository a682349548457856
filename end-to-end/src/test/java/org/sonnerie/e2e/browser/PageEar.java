package org.sonnerie.e2e.browser;

import com.microsoft.playwright.Page;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Base64;
import org.sonnerie.e2e.sound.Ear;
import org.sonnerie.e2e.sound.Recording;

/** What a page makes audible, also over its reloads. */
public final class PageEar implements Ear {
    private static final long LONGEST_WAIT_MILLIS = 1000;

    private final String name;
    private final Page page;
    private final Recording recording = new Recording();

    /**
     * Listens to a page.
     *
     * @param name whose page
     * @param page of a context of {@link Browsers}
     */
    public PageEar(String name, Page page) {
        this.name = name;
        this.page = page;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Recording recording() {
        return recording;
    }

    @Override
    public void listen(Duration atMost) {
        int millis = (int) Math.min(LONGEST_WAIT_MILLIS, atMost.toMillis());
        Object base64 = page.evaluate("wait => window.earOfTheTest.drain(wait)", millis);
        byte[] bytes = Base64.getDecoder().decode((String) base64);
        short[] samples = new short[bytes.length / 2];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
        recording.append(samples);
    }
}
