package org.sonnerie.e2e.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sonnerie.e2e.sound.Voice;
import org.sonnerie.e2e.sound.WavFile;

/**
 * The platform's Chromium, one process for each voice: the file that stands for the microphone
 * belongs to the process. Processes are kept, contexts are fresh. One thread uses all of it.
 */
public final class Browsers implements AutoCloseable {
    private static final int MICROPHONE_HZ = 48_000;
    private static final double PATIENCE_MILLIS = 15_000;
    private static final String ENGLISH = "en-GB";

    /** Chromium plays all elements of a remote stream on one device: a second one would decide. */
    private static final String HEARD_AT_ITS_DEVICES = "window.heardAtItsDevices = true;";

    private static final String RAW_AUDIO = "localStorage.setItem('sonnerie.rawAudio', '1');";

    private final Playwright playwright;
    private final Path folder;
    private final Map<Kept, Browser> running = new LinkedHashMap<>();
    private final String earScript;

    /** A process is for one voice in one network. */
    private record Kept(Voice voice, Network network) {}

    /** What a person's network lets through. */
    public enum Network {
        /** Everything. */
        OPEN,
        /** No UDP that does not go through a proxy, as the administrator of the browser set it. */
        WITHOUT_UDP
    }

    private Browsers(Playwright playwright, Path folder, String earScript) {
        this.playwright = playwright;
        this.folder = folder;
        this.earScript = earScript;
    }

    /**
     * Starts the driver; browsers start when a person needs one.
     *
     * @return to be closed
     */
    public static Browsers open() {
        try {
            Map<String, String> env = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
            Playwright driver = Playwright.create(new Playwright.CreateOptions().setEnv(env));
            return new Browsers(driver, Files.createTempDirectory("voices"), script());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A person's browser as if opened for the first time: no cookies, nothing stored.
     *
     * @param voice what the microphone hears
     * @return to be closed
     */
    public BrowserContext fresh(Voice voice) {
        return fresh(voice, Network.OPEN, ENGLISH);
    }

    /**
     * The same in a certain network.
     *
     * @param voice what the microphone hears
     * @param network what it lets through
     * @return to be closed
     */
    public BrowserContext fresh(Voice voice, Network network) {
        return fresh(voice, network, ENGLISH);
    }

    /**
     * The same for somebody who reads another language.
     *
     * @param voice what the microphone hears
     * @param locale the browser's, a BCP 47 tag
     * @return to be closed
     */
    public BrowserContext fresh(Voice voice, String locale) {
        return fresh(voice, Network.OPEN, locale);
    }

    private BrowserContext fresh(Voice voice, Network network, String locale) {
        Kept kept = new Kept(voice, network);
        BrowserContext context = context(running.computeIfAbsent(kept, this::launch), locale);
        context.addInitScript(RAW_AUDIO);
        return context;
    }

    private BrowserContext context(Browser browser, String locale) {
        BrowserContext context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setBypassCSP(true)
                                .setIgnoreHTTPSErrors(true)
                                .setPermissions(List.of("microphone"))
                                .setViewportSize(1280, 800)
                                .setLocale(locale));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.addInitScript(earScript);
        return context;
    }

    /**
     * A person's browser whose sound devices are real to it; a process of its own.
     *
     * @param environment that leads to the devices
     * @param raw whether the microphone is heard as it is, whatever the page's switches say
     * @return closes the process with it
     */
    public BrowserContext withDevices(Map<String, String> environment, boolean raw) {
        Browser browser =
                playwright
                        .chromium()
                        .launch(
                                options(usualArguments(Network.OPEN))
                                        .setEnv(environment)
                                        .setIgnoreDefaultArgs(List.of("--mute-audio")));
        BrowserContext context = context(browser, ENGLISH);
        context.onClose(_ -> browser.close());
        context.addInitScript(HEARD_AT_ITS_DEVICES);
        if (raw) {
            context.addInitScript(RAW_AUDIO);
        }
        return context;
    }

    private Browser launch(Kept kept) {
        Voice voice = kept.voice();
        try {
            Path microphone = folder.resolve(voice.name() + "-" + running.size() + ".wav");
            WavFile.write(microphone, voice.samples(MICROPHONE_HZ), MICROPHONE_HZ);
            List<String> arguments = usualArguments(kept.network());
            arguments.add("--use-fake-device-for-media-stream");
            arguments.add("--use-file-for-fake-audio-capture=" + microphone);
            return playwright.chromium().launch(options(arguments));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BrowserType.LaunchOptions options(List<String> arguments) {
        return new BrowserType.LaunchOptions()
                .setExecutablePath(chromium())
                .setHeadless(true)
                .setChromiumSandbox(false)
                .setArgs(arguments);
    }

    private static List<String> usualArguments(Network network) {
        List<String> arguments = new ArrayList<>();
        arguments.add("--use-fake-ui-for-media-stream");
        arguments.add("--autoplay-policy=no-user-gesture-required");
        arguments.add("--disable-background-networking");
        arguments.add("--disable-component-update");
        arguments.add("--disable-default-apps");
        arguments.add("--disable-sync");
        arguments.add("--no-first-run");
        arguments.add("--no-default-browser-check");
        arguments.add("--disable-gpu");
        arguments.add("--disable-dev-shm-usage");
        switch (network) {
            case OPEN -> {}
            case WITHOUT_UDP ->
                    arguments.add("--webrtc-ip-handling-policy=disable_non_proxied_udp");
        }
        return arguments;
    }

    /**
     * The platform's Chromium, or the one that the environment names.
     *
     * @return the executable
     */
    public static Path chromium() {
        String chosen = Optional.ofNullable(System.getenv("SONNERIE_CHROMIUM")).orElse("");
        return Path.of(chosen.isEmpty() ? "/usr/bin/chromium" : chosen);
    }

    private static String script() throws IOException {
        try (InputStream in = Browsers.class.getResourceAsStream("ear.js")) {
            if (in == null) {
                throw new IllegalStateException("ear.js is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        playwright.close();
    }
}
