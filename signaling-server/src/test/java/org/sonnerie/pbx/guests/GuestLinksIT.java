package org.sonnerie.pbx.guests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.company.CompanyTerms;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.RoomId;
import org.sonnerie.pbx.publish.Published;

class GuestLinksIT {
    @Test
    void whatIsMadeAndRevokedStandsInTheAuditLog() {
        try (RunningServer server = RunningServer.demo()) {
            GuestLinks links = server.bean(GuestLinks.class);
            CompanyId company = server.bean(Published.class).all().getFirst().company();
            PersonId alice = new PersonId("alice");
            GuestLink link = links.make(company, alice, new RoomId("meeting"), Duration.ofHours(2));
            assertThat(links.revoke(company, alice, link.id())).isTrue();
            assertThat(links.revoke(company, alice, link.id())).isFalse();

            Browser admin = Browser.signedIn(server, "admin");
            assertThat(admin.get("/admin/audit-log?kind=guest-links").body())
                    .contains("Made a link for guests to the room meeting", link.id())
                    .containsOnlyOnce("Revoked the link for guests " + link.id());
        }
    }

    @Test
    void aLinkIsOverWhileItsCompanyIsSuspended() {
        try (RunningServer server = RunningServer.demo()) {
            GuestLinks links = server.bean(GuestLinks.class);
            CompanyTerms terms = server.bean(CompanyTerms.class);
            CompanyId company = server.bean(Published.class).all().getFirst().company();
            PersonId alice = new PersonId("alice");
            GuestLink link = links.make(company, alice, new RoomId("meeting"), Duration.ofHours(2));
            Browser guest = new Browser(server);
            assertThat(guest.get(links.path(link)).statusCode()).isEqualTo(200);

            terms.suspend(company, true);
            assertThat(guest.get(links.path(link)).statusCode()).isEqualTo(410);

            terms.suspend(company, false);
            assertThat(guest.get(links.path(link)).statusCode()).isEqualTo(200);
        }
    }
}
