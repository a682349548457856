package org.sonnerie.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.BOB;

import com.google.gson.JsonPrimitive;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.Looks;
import org.sonnerie.e2e.browser.PhonePage;

/** Bob has a name that nobody thought of. */
@WholeMachine
@ExtendWith(Stage.Extension.class)
class NamesIT {
    private static final List<String> NAMES =
            List.of(
                    "<img src=x onerror='window.wasRun=true'> & <b>Bob</b>",
                    "W".repeat(200),
                    "عبد الرحمن بن محمد الخوارزمي",
                    "Ñandú 李小龍 김철수 Ὀδυσσεύς 🎉");

    @Test
    void isShownAsItIsAndBreaksNothing(Stage stage) {
        PhonePage bob = stage.phone(BOB);
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            PhonePage alice = phoneThatKnowsBobAs(NAMES.get(i), stage);
            Looks looks = new Looks(alice.page());
            bob.awaitNoCall();
            alice.calls("102");
            bob.answers();
            alice.awaitState("In call");
            awaitHeading(NAMES.get(i), alice.page());
            looks.at("name-" + i + "-in-call", "en");
            alice.goTo("Reception");
            looks.at("name-" + i + "-reception", "en");
            alice.goTo("Directory");
            alice.press("Show " + NAMES.get(i));
            looks.at("name-" + i + "-directory", "en");
            bob.press("Hang up");
            bob.calls("101");
            alice.page().locator(".incoming").waitFor();
            looks.at("name-" + i + "-ringing", "en");
            bob.press("Hang up");
            assertThat(alice.page().evaluate("() => window.wasRun === undefined")).isEqualTo(true);
            faults.addAll(looks.faults());
            alice.close();
        }
        assertThat(faults).isEmpty();
    }

    /** The server says it; what it is in the company's plan does not matter to a page. */
    private static PhonePage phoneThatKnowsBobAs(String name, Stage stage) {
        String spoken = new JsonPrimitive(name).toString();
        BrowserContext context = stage.browsers().fresh(ALICE);
        context.routeWebSocket(
                Pattern.compile("/ws$"),
                page -> {
                    WebSocketRoute server = page.connectToServer();
                    server.onMessage(frame -> page.send(frame.text().replace("\"Bob\"", spoken)));
                });
        return stage.opened(PhonePage.signIn("alice", stage.sonnerie().address(), context));
    }

    private static void awaitHeading(String name, Page page) {
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .waitFor();
    }
}
