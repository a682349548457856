package org.sonnerie.e2e.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** What unlocks a computer: an authenticator of Chromium's own making, for one page. */
public final class SecurityKey {
    private final CDPSession session;
    private final String id;

    private SecurityKey(CDPSession session, String id) {
        this.session = session;
        this.id = id;
    }

    /**
     * Built into the computer, which asks for a finger; it is given.
     *
     * @param page whose
     * @return without any passkey
     */
    public static SecurityKey of(Page page) {
        CDPSession session = page.context().newCDPSession(page);
        session.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject wish = new JsonObject();
        wish.add("options", options);
        JsonObject made = session.send("WebAuthn.addVirtualAuthenticator", wish);
        return new SecurityKey(session, made.get("authenticatorId").getAsString());
    }

    /**
     * Whose finger it is from now on.
     *
     * @param owners false: somebody else's
     */
    public void finger(boolean owners) {
        JsonObject wish = named();
        wish.addProperty("isUserVerified", owners);
        session.send("WebAuthn.setUserVerified", wish);
    }

    /**
     * How many passkeys it holds.
     *
     * @return 0: none
     */
    public int passkeys() {
        return session.send("WebAuthn.getCredentials", named())
                .getAsJsonArray("credentials")
                .size();
    }

    private JsonObject named() {
        JsonObject named = new JsonObject();
        named.addProperty("authenticatorId", id);
        return named;
    }
}
