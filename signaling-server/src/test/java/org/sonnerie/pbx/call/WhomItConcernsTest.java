package org.sonnerie.pbx.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.history.Told;

/** Whose list a call stands in: whoever called, took it, was rung, or should have been. */
final class WhomItConcernsTest {
    private final Scenario scenario = new Scenario();
    private final Party alice = scenario.alice;
    private final Party bob = scenario.bob;
    private final Party carol = scenario.carol;
    private final Party outsider = scenario.outsider;

    private List<String> roles() {
        return Told.roles(scenario.logged());
    }

    @Test
    void aGroupsCallConcernsWhoAnsweredAndWhoWasRung() {
        outsider.calls("+15550100200");
        alice.rings();
        bob.rings();
        scenario.passes(3);
        alice.answers();
        outsider.hangsUp();

        assertThat(roles()).containsExactly("alice TOOK", "bob RANG");
    }

    @Test
    void aMemberWhosePhoneCouldNotRingIsConcernedToo() {
        outsider.calls("+15550100200");
        alice.rings();
        bob.ends(EndReason.UNREACHABLE);
        alice.answers();
        outsider.hangsUp();

        assertThat(roles()).containsExactly("alice TOOK", "bob NOT_RUNG");
    }

    @Test
    void whoCallsIsConcernedAndWhomHeCalls() {
        carol.dials("101");
        alice.rings();
        carol.hangsUp();

        assertThat(roles()).containsExactly("alice RANG", "carol CALLED");
    }
}
