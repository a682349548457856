package org.sonnerie.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.BOB;
import static org.sonnerie.e2e.Cast.GREETING;
import static org.sonnerie.e2e.Cast.OUTSIDE;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.carrier.SoftCall;
import org.sonnerie.e2e.carrier.SoftCarrier;
import org.sonnerie.e2e.carrier.Terms;
import org.sonnerie.e2e.product.Admin;
import org.sonnerie.e2e.product.Sonnerie;
import org.sonnerie.e2e.sound.Voice;

/**
 * A company that is not the demo's, from the one-time link of the first start to its first call.
 */
@ExtendWith(Stage.Extension.class)
class SecondCompanyIT {
    private static final Pattern LINK = Pattern.compile("First start: open (http\\S+)");
    private static final String PASSWORD = "four-plain-words-here";
    private static final String MAIN_NUMBER = "+441632960800";

    @Test
    void aCompanyIsMadeItsPeopleInvitedAndCalled(Stage stage) {
        Sonnerie own = stage.opened(Sonnerie.startUnused());
        makeCompany(stage, own);
        Admin admin = Admin.signIn(own.address(), "ada", PASSWORD);
        JsonObject lena = admin.invite("lena.k", "Léna Kern");
        JsonObject omar = admin.invite("omar", "Omar Haddad");
        publish(own, admin, lena, omar);

        PhonePage first = follow(stage, own, ALICE, "lena.k", lena);
        PhonePage second = follow(stage, own, BOB, "omar", omar);
        first.calls("8802");
        second.answers();
        stage.listen(second).untilOnly("alice");
        stage.listen(first).untilOnly("bob");
        first.press("Hang up");
        second.awaitState("Ended");
        first.awaitNoCall();
        second.awaitNoCall();

        SoftCall call = callMenu(stage, own);
        call.line().press("7");
        first.awaitRinging();
        second.answers();
        first.awaitQuiet();
        stage.listen(second).untilOnly("outside");
        stage.listen(call.line()).untilOnly("bob");
        call.hangUp();
        second.awaitState("Ended");
    }

    /** As whoever installs it does, with the link that the first start prints. */
    private static void makeCompany(Stage stage, Sonnerie own) {
        Matcher link = LINK.matcher(own.log());
        assertThat(link.find()).as("a link in " + own.log()).isTrue();
        BrowserContext browser = stage.opened(stage.browsers().fresh(Cast.NOBODY));
        Page page = browser.newPage();
        page.navigate(link.group(1));
        page.getByLabel("Company").fill("Atelier Roy");
        page.getByLabel("Country").selectOption("GB");
        page.getByLabel("Time zone").selectOption("Europe/London");
        page.getByLabel("Your name").fill("Ada Roy");
        page.getByLabel("User name").fill("ada");
        page.getByLabel("Password").fill(PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Create")).click();
        page.waitForURL(url -> url.contains("/login"));
    }

    private static PhonePage follow(
            Stage stage, Sonnerie own, Voice voice, String userName, JsonObject invitation) {
        String path = invitation.get("path").getAsString();
        BrowserContext browser = stage.browsers().fresh(voice);
        return stage.opened(PhonePage.invited(userName, path, own.address(), browser));
    }

    private static SoftCall callMenu(Stage stage, Sonnerie own) {
        SoftCarrier carrier = stage.opened(SoftCarrier.open(own.carrierPort(), Terms.of(OUTSIDE)));
        SoftCall call = carrier.call(MAIN_NUMBER, own.port("sip"), Terms.of(OUTSIDE));
        call.awaitAnswered();
        stage.listen(call.line()).untilOnly(GREETING);
        return call;
    }

    private static void publish(Sonnerie own, Admin admin, JsonElement lena, JsonElement omar) {
        JsonObject plan = admin.plan();
        String first = idOf(lena);
        String second = idOf(omar);
        Admin.add(plan, "people", person(first, "Léna Kern", "8801"));
        Admin.add(plan, "people", person(second, "Omar Haddad", "8802"));
        Admin.add(
                plan,
                "groups",
                """
                {"id": "bench", "name": "Workbench", "extension": "8850",
                 "members": ["%s", "%s"], "ringSeconds": 25}\
                """
                        .formatted(first, second));
        Admin.add(
                plan,
                "menus",
                """
                {"id": "door", "name": "Door", "extension": "8800", "greeting": "menu-welcome",
                 "keys": {"7": "group:bench"}, "extensionsDialable": true,
                 "timeoutSeconds": 8, "maxTries": 3}\
                """);
        Admin.add(plan, "numbers", "{\"number\": \"" + MAIN_NUMBER + "\", \"to\": \"menu:door\"}");
        Admin.add(
                plan,
                "trunks",
                """
                {"id": "north", "name": "North Telecom", "host": "127.0.0.1", "port": %d,
                 "transport": "udp", "allowedSources": ["127.0.0.1"], "codecs": ["pcma"],
                 "mediaNetworks": [], "callerNumber": "%s"}\
                """
                        .formatted(own.carrierPort(), MAIN_NUMBER));
        admin.publish(plan);
    }

    private static String person(String id, String name, String extension) {
        return """
        {"id": "%s", "name": "%s", "extension": "%s", "ringSeconds": 20}\
        """
                .formatted(id, name, extension);
    }

    private static String idOf(JsonElement invitation) {
        return invitation.getAsJsonObject().get("id").getAsString();
    }
}
