package org.sonnerie.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.BOB;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.PhonePage;

/** What a screen reader is given of the phone: its accessibility tree, in the states of a call. */
@ExtendWith(Stage.Extension.class)
class ScreenReaderIT {
    private static final String IDLE =
            """
            - banner:
              - heading "Sonnerie" [level=1]
            - navigation "Places":
              - link "Calls"
              - link "Reception"
              - link "Directory"
              - link "Voicemail"
              - link "Conference"
              - link "Devices"
              - link "Settings"
              - button "Shortcuts"
            - region "My phone":
              - paragraph:
                - strong: Bob
              - text: Available
              - switch "Availability" [checked]
              - button "Sign out"
            - main:
              - region "Calls":
                - textbox "Number or name"
                - button "Call"
            """;

    private static final String RINGS =
            """
            - region "Incoming call":
              - alert: Alice is calling
              - heading "Alice" [level=2]
              - paragraph:
                - status: Ringing
                - timer
              - button "Decline"
              - button "Answer"
            """;

    private static final String TALKS =
            """
            - main:
              - article "Call with Alice":
                - heading "Alice" [level=2]
                - paragraph:
                  - status: In call
                  - timer
                - button "Mute"
                - button "Hold"
                - button "Keypad"
                - button "Record"
                - button "Transfer"
                - button "Park"
                - button "Add person"
                - button "Hang up"
            """;

    private static final String HOLDS =
            """
            - main:
              - article "Call with Alice":
                - paragraph:
                  - status: On hold
                - button "Resume"
                - button "Keypad" [disabled]
            """;

    private static final String OVER =
            """
            - main:
              - article "Call with Alice":
                - paragraph:
                  - status: Ended
            """;

    @Test
    void namesEverythingAndTellsWhoCalls(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        PhonePage bob = stage.phone(BOB);
        Page page = bob.page();
        holds(page, IDLE);

        alice.calls("102");
        bob.awaitRinging();
        holds(page, RINGS);

        bob.answers();
        holds(page, TALKS);

        bob.press("Hold");
        bob.awaitState("On hold");
        holds(page, HOLDS);
        alice.press("Hang up");
        bob.awaitState("Ended");
        holds(page, OVER);
    }

    private static void holds(Page page, String tree) {
        assertThat(page.locator("body")).matchesAriaSnapshot(tree);
    }
}
