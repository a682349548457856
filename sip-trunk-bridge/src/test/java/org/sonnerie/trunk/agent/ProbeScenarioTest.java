package org.sonnerie.trunk.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sonnerie.trunk.api.TrunkAccount;
import org.sonnerie.trunk.api.TrunkCommand;
import org.sonnerie.trunk.api.TrunkEvent;
import org.sonnerie.trunk.api.TrunkEvent.Probed;
import org.sonnerie.trunk.api.TrunkId;
import org.sonnerie.trunk.fake.KnownPassword;
import org.sonnerie.trunk.sip.SipRequest;

/** A trunk that is asked once whether it is there. */
class ProbeScenarioTest {
    private static final Optional<TrunkAccount.Registration> ACCOUNT =
            Optional.of(
                    new TrunkAccount.Registration(
                            "pbx",
                            Optional.empty(),
                            new KnownPassword("secret"),
                            Optional.empty(),
                            Optional.empty(),
                            600));

    private static List<TrunkEvent> told(Script script) {
        return script.events.stream().filter(Probed.class::isInstance).toList();
    }

    private static long asked(Script script) {
        return script.sent.stream()
                .filter(one -> one instanceof SipRequest request && request.is("OPTIONS"))
                .count();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 404, 503})
    void whateverItAnswersIsToldOnceWithTheTimeItTook(int status) {
        Script script = new Script(ACCOUNT);
        script.does(new TrunkCommand.Probe(Script.TRUNK));
        script.passes(Duration.ofMillis(40));
        script.answers("OPTIONS", status, "a", "", "");
        script.answers("OPTIONS", status, "a", "", "");
        script.passes(Duration.ofMinutes(1));

        assertThat(told(script))
                .containsExactly(new Probed(Script.TRUNK, status, Duration.ofMillis(40)));
    }

    @Test
    void silenceIsToldAfterFourSeconds() {
        Script script = new Script(ACCOUNT);
        script.does(new TrunkCommand.Probe(Script.TRUNK));
        script.passes(Duration.ofMillis(3_999));
        assertThat(told(script)).isEmpty();

        script.passes(Duration.ofMinutes(2));

        assertThat(told(script))
                .containsExactly(new Probed(Script.TRUNK, 0, Duration.ofSeconds(4)));
    }

    @Test
    void whatWatchesTheTrunkGoesOnBesideIt() {
        Script script = new Script(Optional.empty());
        script.answers("OPTIONS", 200, "a", "", "");
        long before = asked(script);
        script.does(new TrunkCommand.Probe(Script.TRUNK));
        script.passes(Duration.ofMillis(1));
        script.answers("OPTIONS", 503, "a", "", "");

        assertThat(told(script)).hasSize(1);
        script.passes(Duration.ofSeconds(30));
        assertThat(asked(script)).isGreaterThan(before + 1);
        assertThat(script.events)
                .filteredOn(TrunkEvent.TrunkStateChanged.class::isInstance)
                .hasSize(1);
    }

    @Test
    void aTrunkThatIsNotThereIsNotAsked() {
        Script script = new Script(ACCOUNT);
        script.does(new TrunkCommand.Probe(new TrunkId("another")));
        script.passes(Duration.ofSeconds(1));

        assertThat(asked(script)).isZero();
        assertThat(told(script)).isEmpty();
    }
}
