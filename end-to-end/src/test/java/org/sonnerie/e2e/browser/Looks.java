package org.sonnerie.e2e.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Looks at a page as different people see it: in both languages, dark on a phone and light on a
 * desktop, so that each theme and each width is seen once. Each look leaves a picture in {@code
 * target/screenshots} and is examined by axe (WCAG 2.2 level AA) and for what sticks out of the
 * window.
 */
public final class Looks {
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final String SPEAK =
            "language => { localStorage.setItem('sonnerie.language', language);"
                    + " dispatchEvent(new StorageEvent('storage', { key: 'sonnerie.language' })); }";
    private static final String STICKS_OUT =
            "() => document.documentElement.scrollWidth > window.innerWidth";
    private static final String EXAMINE =
            "async rules => { const found = await axe.run({ runOnly: rules });"
                    + " if (found.passes.length < 10) return ['axe examined next to nothing'];"
                    + " return found.violations.flatMap(rule => rule.nodes.map("
                    + "node => `${rule.id} at ${node.target}: ${node.html}`)); }";
    private static final int HEIGHT = 800;

    /** Differs from a phone that is a little wider only by what may stick out. */
    private static final int NARROWEST = 360;

    private static final int PHONE = 390;
    private static final int DESKTOP = 1280;

    private final Page page;
    private final List<String> faults = new ArrayList<>();

    /**
     * Of one page.
     *
     * @param page of the product
     */
    public Looks(Page page) {
        this.page = page;
        page.addScriptTag(new Page.AddScriptTagOptions().setContent(axe()));
    }

    private static String axe() {
        try (InputStream in = Looks.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Looks at what the page shows now, then leaves it as a desktop shows it in English.
     *
     * @param state a short name of it, for the pictures and the report
     */
    public void at(String state) {
        at(state, "fr");
        at(state, "en");
    }

    /**
     * Looks at what the page shows now in one language only: for what does not last long.
     *
     * @param state a short name of it
     * @param language {@code en} or {@code fr}
     */
    public void at(String state, String language) {
        speak(language);
        asServed(state + '-' + language);
    }

    /**
     * Looks at a page of the server's as it is: it speaks the browser's language.
     *
     * @param state a short name of it
     */
    public void asServed(String state) {
        page.setViewportSize(NARROWEST, HEIGHT);
        lookForWhatSticksOut(state + '-' + NARROWEST);
        look(state, ColorScheme.DARK, PHONE);
        look(state, ColorScheme.LIGHT, DESKTOP);
    }

    private void look(String state, ColorScheme scheme, int width) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.setViewportSize(width, HEIGHT);
        String theme = scheme == ColorScheme.DARK ? "dark" : "light";
        String name = String.join("-", state, theme, "" + width);
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(Path.of("target", "screenshots", name + ".png")));
        lookForWhatSticksOut(name);
        examine(name);
    }

    private void speak(String language) {
        page.evaluate(SPEAK, language);
        page.waitForFunction("wanted => document.documentElement.lang === wanted", language);
    }

    private void lookForWhatSticksOut(String name) {
        if ((Boolean) page.evaluate(STICKS_OUT)) {
            faults.add(name + ": something sticks out of the window");
        }
    }

    /** From the end of the page: nothing then lies under a bar that stays at the window's foot. */
    private void examine(String name) {
        page.evaluate("() => scrollTo(0, document.documentElement.scrollHeight)");
        for (Object fault : (List<?>) page.evaluate(EXAMINE, RULES)) {
            faults.add(name + ": " + fault);
        }
    }

    /**
     * What was found so far.
     *
     * @return a line for each fault, empty if there is none
     */
    public List<String> faults() {
        return List.copyOf(faults);
    }
}
