package org.sonnerie.e2e.browser;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Page;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.sonnerie.e2e.sound.Ear;
import org.sonnerie.e2e.sound.Recording;

/** What a page makes audible, also over its reloads. */
public final class PageEar implements Ear {
    private static final long LONGEST_WAIT_MILLIS = 1000;
    private static final int CHUNK = 128;

    private final String name;
    private final Page page;
    private final Recording recording = new Recording();
    private final NavigableMap<Integer, Instant> arrivals = new TreeMap<>();

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
        Object drained = page.evaluate("wait => window.earOfTheTest.drain(wait)", millis);
        JsonObject heard = JsonParser.parseString((String) drained).getAsJsonObject();
        int position = recording.size();
        for (JsonElement time : heard.getAsJsonArray("times")) {
            arrivals.put(position, Instant.ofEpochMilli(Math.round(time.getAsDouble())));
            position += CHUNK;
        }
        byte[] bytes = Base64.getDecoder().decode(heard.get("sound").getAsString());
        short[] samples = new short[bytes.length / 2];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
        recording.append(samples);
    }

    /**
     * When a sample of the recording became audible.
     *
     * @param position in the recording
     * @return by this machine's clock, some milliseconds late
     */
    public Optional<Instant> heardAt(int position) {
        return Optional.ofNullable(arrivals.floorEntry(position)).map(Map.Entry::getValue);
    }

    /** Puts a proxy between this page and the relay, for the offers made from now on. */
    public void goThrough(String host, int port) {
        page.evaluate(
                "proxy => { window.earOfTheTest.proxy = proxy; }",
                Map.of("host", host, "port", port));
    }

    /** Says a wrong fingerprint in the offers made from now on. */
    public void lieAboutFingerprint() {
        page.evaluate("() => { window.earOfTheTest.falseFingerprint = true; }");
    }
}
