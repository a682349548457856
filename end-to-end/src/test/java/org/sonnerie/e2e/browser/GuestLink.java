package org.sonnerie.e2e.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** A link by which guests come to the conference; it ends with the test that made it. */
public final class GuestLink implements AutoCloseable {
    private static final String REVOKE_ALL =
            """
            async () => {
              const token = /XSRF-TOKEN=([^;]+)/.exec(document.cookie)[1];
              const { links } = await (await fetch('/phone/guest-links')).json();
              for (const { id } of links) {
                const asked = { method: 'DELETE', headers: { 'X-XSRF-TOKEN': token } };
                const answer = await fetch(`/phone/guest-links/${id}`, asked);
                if (!answer.ok) throw new Error(`${answer.status}`);
              }
            }
            """;

    private final Page page;
    private final String address;

    private GuestLink(Page page, String address) {
        this.page = page;
        this.address = address;
    }

    /**
     * Makes one.
     *
     * @param moderator his phone, where the conference is shown
     * @return the link
     */
    public static GuestLink made(PhonePage moderator) {
        moderator.press("Guest link");
        Page page = moderator.page();
        var named = new Page.GetByRoleOptions().setName("Guest link to Conference");
        return new GuestLink(page, page.getByRole(AriaRole.TEXTBOX, named).inputValue());
    }

    /**
     * Where guests go.
     *
     * @return the whole address
     */
    public String address() {
        return address;
    }

    /** Takes back whatever links its maker has. */
    @Override
    public void close() {
        page.evaluate(REVOKE_ALL);
    }
}
