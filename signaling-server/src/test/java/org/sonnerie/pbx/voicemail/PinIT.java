package org.sonnerie.pbx.voicemail;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.fake.TestDatabase;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.runtime.MailboxPins;
import org.sonnerie.pbx.runtime.Plans;

/** A person sets the PIN of his mailbox, and it is compared. */
@BothDatabases("PinStore")
class PinIT {
    private static final String PATH = "/phone/voicemail/pin";
    private static final PersonId ALICE = new PersonId("alice");

    private final RunningServer server = RunningServer.demo();
    private final Browser alice = Browser.signedIn(server, "alice");
    private final CompanyId company = server.bean(Plans.class).companyOf(ALICE).orElseThrow();

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> put(String pin) {
        return alice.ask(
                "PUT",
                PATH,
                "{\"pin\":\"" + pin + "\"}",
                Map.of("Content-Type", "application/json"));
    }

    private boolean matches(Optional<PersonId> person, String pin) {
        return server.bean(MailboxPins.class).matches(company, person, pin);
    }

    @Test
    void itIsSetChangedComparedAndNowhereReadable() {
        assertThat(alice.get(PATH).body()).isEqualTo("{\"set\":false}");
        assertThat(matches(Optional.of(ALICE), "4711")).isFalse();
        assertThat(put("4711").statusCode()).isEqualTo(204);
        assertThat(alice.get(PATH).body()).isEqualTo("{\"set\":true}");
        assertThat(matches(Optional.of(ALICE), "4711")).isTrue();
        assertThat(put("90210").statusCode()).isEqualTo(204);
        assertThat(matches(Optional.of(ALICE), "4711")).isFalse();
        assertThat(matches(Optional.of(ALICE), "90210")).isTrue();
        assertThat(matches(Optional.of(new PersonId("bob")), "90210")).isFalse();
        assertThat(matches(Optional.empty(), "90210")).isFalse();
        assertThat(
                        TestDatabase.outside(server.data())
                                .sql("select pin_hash from voicemail_pin")
                                .query(String.class)
                                .list())
                .singleElement()
                .asString()
                .startsWith("$argon2id$")
                .doesNotContain("90210");
    }

    @Test
    void badOnesAreRefusedWithACode() {
        assertThat(put("1111").body()).isEqualTo("{\"code\":\"pin-trivial\"}");
        assertThat(put("101101").body()).isEqualTo("{\"code\":\"pin-extension\"}");
        assertThat(put("47").body()).isEqualTo("{\"code\":\"pin-length\"}");
        assertThat(put("47").statusCode()).isEqualTo(422);
        assertThat(alice.get(PATH).body()).isEqualTo("{\"set\":false}");
        assertThat(new Browser(server).get(PATH).statusCode()).isNotEqualTo(200);
    }
}
