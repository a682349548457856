package org.sonnerie.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.BOB;
import static org.sonnerie.e2e.Cast.NOBODY;
import static org.sonnerie.e2e.Cast.OUTSIDE;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sonnerie.e2e.browser.Looks;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.browser.PromptsPage;
import org.sonnerie.e2e.carrier.SoftCall;
import org.sonnerie.e2e.carrier.SoftCarrier;
import org.sonnerie.e2e.carrier.Terms;
import org.sonnerie.e2e.product.Await;
import org.sonnerie.e2e.product.Sonnerie;
import org.sonnerie.e2e.sound.WavFile;

/** A newcomer comes from an empty folder to a company that is called by the public network. */
@ExtendWith(Stage.Extension.class)
class WizardIT {
    private static final Pattern LINK = Pattern.compile("open (http://\\S+/setup/\\S+)");
    private static final String NUMBER = "+33199001234";
    private static final String PASSWORD = "four plain words here";
    private static final int RATE_HZ = 44_100;
    private static final int REDIRECT = 302;

    @TempDir private Path folder;

    private static Locator named(Page page, AriaRole role, String name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void fill(Page page, Map<String, String> fields) {
        fields.forEach((name, text) -> {
            Locator field = page.locator("[name='" + name + "']").first();
            if ((Boolean) field.evaluate("one => one.tagName === 'SELECT'")) {
                field.selectOption(new SelectOption().setLabel(text));
            } else {
                field.fill(text);
            }
        });
    }

    private static void save(Page page) {
        String form = page.url();
        Response answer =
                page.waitForResponse(
                        response -> response.request().method().equals("POST"),
                        named(page, AriaRole.BUTTON, "Save")::click);
        if (answer.status() != REDIRECT) {
            throw new AssertionError(
                    form + " is refused: " + page.locator("main [role=alert]").allInnerTexts());
        }
        page.waitForURL(url -> !url.equals(form));
    }

    private static Locator step(Page page, String word) {
        return page.locator("#step-" + word);
    }

    /** Goes to Getting started and from there to where a step is done. */
    private static void goes(Page page, String word) {
        named(page, AriaRole.LINK, "Getting started").first().click();
        step(page, word).locator("a.button").first().click();
    }

    private static void isDone(Page page, String word) {
        named(page, AriaRole.LINK, "Getting started").first().click();
        assertThat(step(page, word).locator(".badge.good")).hasText("Done");
    }

    private static Page firstStart(Stage stage, Sonnerie product) {
        String link =
                Await.untilPresent(
                        "the link",
                        () -> LINK.matcher(product.log()).results().map(r -> r.group(1)).findAny());
        Page page = stage.opened(stage.browsers().fresh(NOBODY, "en-GB")).newPage();
        page.navigate(product.address() + URI.create(link).getPath());
        page.getByLabel("Company").fill("Atelier Roy");
        page.getByLabel("Country").selectOption("FR");
        page.getByLabel("Time zone").selectOption("Europe/Paris");
        page.getByLabel("Your name").fill("Ada Roy");
        page.getByLabel("User name").fill("ada");
        page.getByLabel("Password").fill(PASSWORD);
        page.locator("form button").click();
        page.waitForURL("**/login");
        page.getByLabel("User name").fill("ada");
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
        named(page, AriaRole.BUTTON, "Sign in").click();
        page.getByText("0 of 7 steps are done").waitFor();
        return page;
    }

    private static String addsBen(Page page) {
        goes(page, "people");
        fill(page, Map.of("userName", "ben", "name", "Ben Roy"));
        save(page);
        String link = page.locator("#link").inputValue();
        isDone(page, "people");
        return URI.create(link).getPath();
    }

    private static void setsUpTheTrunk(Page page, int port) {
        goes(page, "trunk");
        fill(
                page,
                Map.of(
                        "name", "Carrier",
                        "host", "127.0.0.1",
                        "port", String.valueOf(port),
                        "allowedSources", "127.0.0.1"));
        save(page);
        named(page, AriaRole.LINK, "Carrier").first().click();
        named(page, AriaRole.BUTTON, "Test the trunk").click();
        page.locator("#test .notice.good").waitFor();
        Await.until(
                "the carrier answers",
                () -> {
                    named(page, AriaRole.LINK, "Getting started").first().click();
                    return step(page, "trunk").locator(".badge.good").count() == 1;
                });
    }

    private static void setsUpHours(Page page) {
        goes(page, "hours");
        fill(page, Map.of("name", "Workshop"));
        for (String day : List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun")) {
            fill(page, Map.of("week." + day, "00:00-24:00"));
        }
        save(page);
        goes(page, "hours");
        fill(
                page,
                Map.of(
                        "name", "Day",
                        "extension", "600",
                        "hours", "Workshop",
                        "open", "102",
                        "closed", "101"));
        save(page);
    }

    private static void makesAGreeting(Page page, Path file) throws IOException {
        goes(page, "greeting");
        WavFile.write(file, ALICE.samples(RATE_HZ), RATE_HZ);
        PromptsPage.on(page).uploads("hello", file);
        goes(page, "greeting");
        fill(
                page,
                Map.of(
                        "name", "Hello",
                        "extension", "601",
                        "prompt", "hello",
                        "then", "600"));
        save(page);
    }

    @Test
    void anEmptyFolderBecomesACompanyThatIsCalledFromOutside(Stage stage) throws IOException {
        Sonnerie product = stage.opened(Sonnerie.startUnused());
        SoftCarrier carrier =
                stage.opened(SoftCarrier.open(Sonnerie.freeUdpPort(), Terms.of(OUTSIDE)));
        Page page = firstStart(stage, product);
        Looks looks = new Looks(page);
        looks.asServed("getting-started");
        Assertions.assertThat(looks.faults()).isEmpty();

        String invitation = addsBen(page);
        setsUpTheTrunk(page, carrier.port());
        goes(page, "number");
        fill(page, Map.of("number", NUMBER, "to", "101"));
        save(page);
        isDone(page, "number");
        setsUpHours(page);
        makesAGreeting(page, folder.resolve("hello.wav"));
        goes(page, "hours");
        page.locator("a[href*='/call-flows/numbers/']").first().click();
        fill(page, Map.of("to", "601"));
        save(page);
        goes(page, "publish");
        named(page, AriaRole.BUTTON, "Publish").click();
        page.getByText("Published. It counts from the next call on.").waitFor();
        for (String word : List.of("people", "trunk", "number", "hours", "greeting", "publish")) {
            isDone(page, word);
        }

        PhonePage ben =
                stage.opened(
                        PhonePage.invited(
                                "ben", invitation, product.address(), stage.browsers().fresh(BOB)));
        SoftCall call = carrier.call(NUMBER, product.port("sip"), Terms.of(OUTSIDE));
        call.awaitAnswered();
        stage.listen(call.line()).untilOnly("alice");
        ben.answers();
        stage.listen(ben).untilOnly("outside");
        stage.listen(call.line()).untilOnly("bob");
        call.hangUp();
        ben.awaitState("Ended");
        Await.until(
                "all done",
                () -> {
                    page.reload();
                    return page.getByText("7 of 7 steps are done").count() == 1;
                });
    }
}
