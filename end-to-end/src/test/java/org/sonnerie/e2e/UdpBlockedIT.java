package org.sonnerie.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.BOB;
import static org.sonnerie.e2e.Cast.CAROL;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.browser.Browsers.Network;
import org.sonnerie.e2e.browser.GuestLink;
import org.sonnerie.e2e.browser.GuestTab;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.sound.Listener;

/** Alice's network lets no UDP through: her sound goes over TCP, to the same port. */
@ExtendWith(Stage.Extension.class)
class UdpBlockedIT {
    @Test
    void sheHearsAndIsHeardByTcpAlsoAfterAReload(Stage stage) {
        PhonePage alice = stage.phone(ALICE, Network.WITHOUT_UDP);
        PhonePage bob = stage.phone(BOB);
        alice.calls("102");
        bob.answers();
        Listener atBob = stage.listen(bob);
        atBob.untilOnly("alice");
        stage.listen(alice).untilOnly("bob");
        assertThat(alice.watch().selectedPair().protocol()).isEqualTo("tcp");
        assertThat(bob.watch().selectedPair().protocol()).isEqualTo("udp");

        alice.reload();
        alice.awaitState("In call");
        atBob.fromNow().untilOnly("alice");
        stage.listen(alice).untilOnly("bob");
        assertThat(alice.watch().selectedPair().protocol()).isEqualTo("tcp");
        bob.press("Hang up");
        alice.awaitState("Ended");
    }

    @Test
    void aGuestWithoutUdpIsHeardInTheConference(Stage stage) {
        PhonePage alice = stage.phone(ALICE);
        alice.calls("400");
        alice.awaitState("In call");
        alice.presses("135790#");
        alice.page()
                .getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Conference").setExact(true))
                .click();
        String link = stage.opened(GuestLink.made(alice)).address();
        GuestTab guest =
                stage.opened(new GuestTab(stage.browsers().fresh(CAROL, Network.WITHOUT_UDP)));
        guest.opens(link);
        guest.joins("Zoé");
        guest.awaitText("You are in the room");
        stage.listen(alice).untilOnly("carol");
        stage.listen(guest.ear()).untilOnly("alice");
        assertThat(guest.watch().selectedPair().protocol()).isEqualTo("tcp");
        alice.press("Hang up");
    }
}
