package org.sonnerie.e2e.browser;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Page;
import java.time.Instant;

/**
 * What happens in a page when, by the page's own clock, and which way its sound goes. All pages and
 * carriers of a test run on one machine, so their clocks can be compared.
 */
public final class PageWatch {
    private final Page page;

    PageWatch(Page page) {
        this.page = page;
    }

    /** From now on the page notes when it begins to ring. */
    public void forRinging() {
        page.evaluate("() => window.earOfTheTest.watchFor('Answer')");
    }

    /**
     * Waits until it rings, after {@link #forRinging()}.
     *
     * @return when the page showed it
     */
    public Instant rangAt() {
        return instant("() => window.earOfTheTest.shownAt");
    }

    /** From now on the page notes its next click, and counts sound from there on only. */
    public void forClick() {
        page.evaluate("() => window.earOfTheTest.fromNextClick()");
    }

    /**
     * When it was clicked, after {@link #forClick()}.
     *
     * @return the click's time
     */
    public Instant clickedAt() {
        return instant("() => window.earOfTheTest.clickedAt");
    }

    /**
     * Waits for sound.
     *
     * @return when it began, since the click watched for or since the page was loaded
     */
    public Instant firstSoundAt() {
        return instant("() => window.earOfTheTest.untilSound()");
    }

    /**
     * When the page that is there began to be loaded.
     *
     * @return the beginning of its navigation
     */
    public Instant loadedAt() {
        return instant("() => performance.timeOrigin");
    }

    private Instant instant(String script) {
        double millis = ((Number) page.evaluate(script)).doubleValue();
        return Instant.ofEpochMilli(Math.round(millis));
    }

    /**
     * Between which addresses the newest connection sends.
     *
     * @return the pair of candidates in use
     */
    public AddressPair selectedPair() {
        Object pair = page.evaluate("() => window.earOfTheTest.selectedPair()");
        JsonObject read = JsonParser.parseString((String) pair).getAsJsonObject();
        return new AddressPair(
                read.get("local").getAsString(),
                read.get("remote").getAsString(),
                read.get("protocol").getAsString());
    }

    /**
     * Whether the sound that the newest connection sends is treated so.
     *
     * @param treatment a boolean member of the settings of a track, such as {@code
     *     echoCancellation}
     * @return as the browser has it in force
     */
    public boolean sentWith(String treatment) {
        return (Boolean) page.evaluate("name => window.earOfTheTest.sentWith(name)", treatment);
    }

    /**
     * Two ends of a path, as IP literals.
     *
     * @param local the page's
     * @param remote the relay's
     * @param protocol {@code udp} or {@code tcp}
     */
    public record AddressPair(String local, String remote, String protocol) {}
}
