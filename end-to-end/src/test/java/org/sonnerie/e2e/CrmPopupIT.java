package org.sonnerie.e2e;

import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.BOB;
import static org.sonnerie.e2e.Cast.NOBODY;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.product.Admin;
import org.sonnerie.e2e.product.Sonnerie;

/** The example of docs/integrations.md, on an origin of its own, against the running product. */
@ExtendWith(Stage.Extension.class)
class CrmPopupIT {
    private static String token(Sonnerie sonnerie) {
        JsonArray scopes = new JsonArray();
        scopes.add("events:read");
        scopes.add("calls:write");
        JsonObject wish = new JsonObject();
        wish.addProperty("name", "CRM");
        wish.add("scopes", scopes);
        return Admin.signIn(sonnerie.address()).post("/tokens", wish).get("token").getAsString();
    }

    @Test
    void whoCallsPopsUpAndIsCalledBackWithOnePress(Stage stage) throws Exception {
        HttpServer files =
                SimpleFileServer.createFileServer(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        Sonnerie.root().resolve(Path.of("docs", "examples")),
                        SimpleFileServer.OutputLevel.NONE);
        stage.opened((AutoCloseable) () -> files.stop(0));
        files.start();
        String origin = "http://127.0.0.1:" + files.getAddress().getPort();
        Sonnerie sonnerie = stage.opened(Sonnerie.start(Map.of("SONNERIE_ORIGINS", origin)));
        PhonePage alice = stage.phone(ALICE, sonnerie.address());
        PhonePage bob = stage.phone(BOB, sonnerie.address());
        BrowserContext context = stage.opened(stage.browsers().fresh(NOBODY));
        Page crm = context.newPage();
        crm.navigate(origin + "/crm-popup.html");
        crm.getByLabel("Address of Sonnerie").fill(sonnerie.address());
        crm.getByLabel("API token").fill(token(sonnerie));
        crm.getByRole(AriaRole.BUTTON).click();
        PlaywrightAssertions.assertThat(crm.getByRole(AriaRole.STATUS)).hasText("Listening");

        bob.calls("101");
        alice.awaitRinging();
        PlaywrightAssertions.assertThat(crm.locator(".card"))
                .containsText("Bob 102: not in the CRM");
        bob.press("Hang up");
        alice.awaitQuiet();

        crm.getByText("Call 102 back").click();
        PlaywrightAssertions.assertThat(crm.getByRole(AriaRole.STATUS)).hasText("Your phone rings");
        alice.answers();
        bob.answers();
        stage.listen(alice).untilOnly("bob");
        stage.listen(bob).untilOnly("alice");
        alice.press("Hang up");
        bob.awaitState("Ended");
    }
}
