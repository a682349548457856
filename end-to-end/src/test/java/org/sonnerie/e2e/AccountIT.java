package org.sonnerie.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.Looks;
import org.sonnerie.e2e.browser.SecurityKey;

/** How people prove who they are: passkeys, codes, and the page where they look after both. */
@ExtendWith(Stage.Extension.class)
class AccountIT {
    /** Nobody else's test is about the provider: he can have a second factor in the meantime. */
    private static final String USER = "provider";

    private static final String PASSWORD = "sonnerie-demo";
    private static final Pattern ACCOUNT = Pattern.compile(".*/account(\\?told=.*)?(#.*)?$");

    /** What an app on a telephone does (RFC 6238). */
    private static final String CODE =
            """
            async ([secret, later]) => {
              const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
              const bits = [...secret.replaceAll(' ', '')]
                .map((one) => letters.indexOf(one).toString(2).padStart(5, '0')).join('');
              const octets = bits.match(/.{8}/g).map((one) => parseInt(one, 2));
              const key = await crypto.subtle.importKey('raw', new Uint8Array(octets),
                { name: 'HMAC', hash: 'SHA-1' }, false, ['sign']);
              const step = new DataView(new ArrayBuffer(8));
              step.setBigUint64(0, BigInt(Math.floor(Date.now() / 30000) + later));
              const hash = new DataView(await crypto.subtle.sign('HMAC', key, step.buffer));
              const number = hash.getUint32(hash.getUint8(19) & 15) & 0x7fffffff;
              return String(number % 1000000).padStart(6, '0');
            }
            """;

    private static Page open(Stage stage, String locale) {
        BrowserContext context = stage.opened(stage.browsers().fresh(Cast.NOBODY, locale));
        return context.newPage();
    }

    private static void signIn(Stage stage, Page page) {
        page.navigate(stage.sonnerie().address() + "/login");
        page.locator("#username").fill(USER);
        page.locator("#password").fill(PASSWORD);
        page.locator("form[action='/login'] button").click();
    }

    private static Page atAccount(Stage stage, String locale) {
        Page page = open(stage, locale);
        signIn(stage, page);
        page.waitForURL(stage.sonnerie().address() + "/provider");
        page.navigate(stage.sonnerie().address() + "/account");
        return page;
    }

    private static void signOut(Stage stage, Page page) {
        page.navigate(stage.sonnerie().address() + "/account");
        page.locator("form[action='/logout'] button").click();
        page.waitForURL("**/login?signed-out");
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static void addPasskey(Page page, String label) {
        page.locator("#key-label").fill(label);
        page.locator("#key-password").fill(PASSWORD);
        press(page, "Add a passkey");
        page.waitForURL("**/account?told=key-added");
    }

    private static void removePasskeys(Stage stage, Page page) {
        page.navigate(stage.sonnerie().address() + "/account");
        Locator remove = page.locator("form[action$='/remove'] button");
        while (remove.count() > 0) {
            remove.first().click();
            page.waitForURL("**/account?told=key-removed");
            page.navigate(stage.sonnerie().address() + "/account");
        }
    }

    @Test
    void aPasskeySignsInWithoutAPasswordUntilItIsRemoved(Stage stage) {
        Page page = atAccount(stage, "en-GB");
        SecurityKey key = SecurityKey.of(page);
        addPasskey(page, "My notebook");
        assertThat(key.passkeys()).isEqualTo(1);
        page.locator("#key-0").fill("My old notebook");
        press(page, "Rename the passkey My notebook");
        page.waitForURL("**/account?told=key-named");
        assertThat(page.locator("#key-0").inputValue()).isEqualTo("My old notebook");
        page.navigate(stage.sonnerie().address() + "/account#passkeys");
        assertThat(look(page, "account-passkeys")).isEmpty();
        List<String> sent = new ArrayList<>();
        page.onRequest(request -> note(request, sent));

        signOut(stage, page);
        press(page, "Use a passkey");
        page.waitForURL(stage.sonnerie().address() + "/provider");

        assertThat(sent).hasSize(1);
        assertThat(again(stage, sent.getFirst())).endsWith("/login?refused-key");
        removePasskeys(stage, page);
        signOut(stage, page);
        press(page, "Use a passkey");
        page.waitForURL("**/login?refused-key");
    }

    private static void note(Request request, List<String> sent) {
        if (request.url().endsWith("/login/passkey") && request.method().equals("POST")) {
            sent.add(request.postData().replaceFirst("_csrf=[^&]*&?", ""));
        }
    }

    /** Somebody who has listened sends what he heard from a browser of his own. */
    private static String again(Stage stage, String heard) {
        Page thief = open(stage, "en-GB");
        thief.navigate(stage.sonnerie().address() + "/login");
        Object to =
                thief.evaluate(
                        """
                        async (heard) => {
                          const token = /XSRF-TOKEN=([^;]+)/.exec(document.cookie)[1];
                          const headers = { 'X-XSRF-TOKEN': token };
                          await fetch('/login/passkey/options', { method: 'POST', headers });
                          headers['Content-Type'] = 'application/x-www-form-urlencoded';
                          const answer =
                            await fetch('/login/passkey', { method: 'POST', headers, body: heard });
                          return answer.url;
                        }
                        """,
                        heard);
        return String.valueOf(to);
    }

    @Test
    void somebodyElsesFingerDoesNotSignIn(Stage stage) {
        Page page = atAccount(stage, "en-GB");
        SecurityKey key = SecurityKey.of(page);
        addPasskey(page, "My notebook");
        signOut(stage, page);
        key.finger(false);

        press(page, "Use a passkey");

        page.getByText("Your browser has no passkey for here").waitFor();
        key.finger(true);
        press(page, "Use a passkey");
        page.waitForURL(stage.sonnerie().address() + "/provider");
        removePasskeys(stage, page);
    }

    @Test
    void withoutThePasswordNoPasskeyIsMade(Stage stage) {
        Page page = atAccount(stage, "en-GB");
        SecurityKey key = SecurityKey.of(page);
        page.locator("#key-label").fill("Not mine");
        page.locator("#key-password").fill("a wrong password");
        press(page, "Add a passkey");

        page.waitForURL("**/account?told=password-wrong");
        assertThat(key.passkeys()).isZero();
    }

    @Test
    void eachPageOfTheAccountInBothLanguages(Stage stage) {
        for (String locale : List.of("fr-FR", "en-GB")) {
            Page page = atAccount(stage, locale);
            Looks looks = new Looks(page);
            looks.asServed("account-" + locale);
            List<String> faults = new ArrayList<>(looks.faults());
            faults.addAll(secondFactor(stage, page, locale));
            assertThat(faults).isEmpty();
        }
    }

    private static List<String> secondFactor(Stage stage, Page page, String locale) {
        List<String> faults = new ArrayList<>();
        page.locator("#factor-password").fill(PASSWORD);
        page.locator("#second-factor button").click();
        page.locator(".secret").waitFor();
        faults.addAll(look(page, "account-begun-" + locale));
        String secret = page.locator(".secret").textContent();
        page.locator("#code").fill(code(page, secret, 0));
        page.locator("form[action$='/confirm'] button").click();
        page.locator(".codes li").first().waitFor();
        assertThat(page.locator(".codes li").count()).isEqualTo(10);
        faults.addAll(look(page, "account-codes-" + locale));
        page.navigate(stage.sonnerie().address() + "/account");
        faults.addAll(look(page, "account-on-" + locale));

        Page other = open(stage, locale);
        signIn(stage, other);
        other.waitForURL("**/login/code");
        faults.addAll(look(other, "login-code-" + locale));
        // The step before counts as used; the next one is taken early (clocks may differ by it).
        other.locator("#code").fill(code(other, secret, 1));
        other.locator("form button").click();
        other.waitForURL(stage.sonnerie().address() + "/provider");

        page.navigate(stage.sonnerie().address() + "/account");
        page.locator("#factor-password").fill(PASSWORD);
        page.locator("form[action$='/off'] button:not([formaction])").click();
        page.waitForURL("**/account?told=factor-off");
        assertThat(page.url()).matches(ACCOUNT);
        faults.addAll(look(page, "account-told-" + locale));
        return faults;
    }

    private static String code(Page page, String secret, int later) {
        return String.valueOf(page.evaluate(CODE, List.of(secret, later)));
    }

    private static List<String> look(Page page, String state) {
        Looks looks = new Looks(page);
        looks.asServed(state);
        return looks.faults();
    }

    @Test
    void theWayIn(Stage stage) {
        for (String locale : List.of("fr-FR", "en-GB")) {
            Page page = open(stage, locale);
            page.navigate(stage.sonnerie().address() + "/login");
            page.locator("form[data-passkey]:not([hidden])").waitFor();
            assertThat(look(page, "login-" + locale)).isEmpty();
            page.navigate(stage.sonnerie().address() + "/login/forgotten");
            assertThat(look(page, "forgotten-" + locale)).isEmpty();
        }
    }
}
