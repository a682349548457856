package org.sonnerie.pbx.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.quality.Fault;
import org.sonnerie.pbx.quality.Line;
import org.sonnerie.pbx.quality.SoundVerdict;
import org.sonnerie.pbx.quality.Verdicts;

/** The one sentence about a call's sound, in both languages. */
class SoundWordsTest {
    private static final LegId ALICE = new LegId("c-1");
    private static final LegId BOB = new LegId("c-2");
    private static final LegId CARRIER = new LegId("c-3");
    private static final PersonId ALICE_HERSELF = new PersonId("alice");
    private static final Instant FROM = Instant.parse("2026-11-23T09:02:14Z");
    private static final Map<LegId, RecordedParty> PARTIES =
            Map.of(
                    ALICE, new RecordedParty(Optional.of(ALICE_HERSELF), "Alice", "101"),
                    BOB, new RecordedParty(Optional.of(new PersonId("bob")), "Bob", "102"),
                    CARRIER, new RecordedParty(Optional.empty(), "", "+33612345678"));

    private static String said(SoundVerdict verdict, Optional<PersonId> reader, Locale locale) {
        SoundWords words = new SoundWords(PARTIES, reader, ZoneId.of("Europe/Paris"));
        return Told.said(words.of(verdict), locale);
    }

    private static SoundVerdict bad(Fault.Kind kind, int amount, LegId whose, LegId... clean) {
        return new SoundVerdict.Bad(
                FROM,
                FROM.plusSeconds(17),
                List.of(new SoundVerdict.Blame(whose, new Fault(kind, amount))),
                false,
                List.of(clean));
    }

    @Test
    void theReadersOwnNetworkIsCalledHis() {
        SoundVerdict lossy = bad(Fault.Kind.LOST_BOTH_WAYS, 9, ALICE, CARRIER);

        assertThat(said(lossy, Optional.of(ALICE_HERSELF), Locale.ENGLISH))
                .isEqualTo(
                        "Bad sound from 10:02:14 to 10:02:31: your network lost 9\u00a0% of the"
                                + " packets; the carrier’s side was clean.");
        assertThat(said(lossy, Optional.of(ALICE_HERSELF), Locale.FRENCH))
                .isEqualTo(
                        "Mauvais son de 10:02:14 à 10:02:31\u00a0: votre réseau a perdu 9\u00a0% des"
                                + " paquets\u00a0; le côté de l’opérateur n’avait aucun défaut.");
    }

    @Test
    void anotherPersonsNetworkHasHisName() {
        assertThat(said(bad(Fault.Kind.LOST_TO, 12, BOB, ALICE), Optional.empty(), Locale.ENGLISH))
                .isEqualTo(
                        "Bad sound from 10:02:14 to 10:02:31: Bob’s network lost 12\u00a0% of the"
                                + " packets received; Alice’s network was clean.");
    }

    @Test
    void eachFaultHasWordsInBothLanguages() {
        for (Fault.Kind kind : Fault.Kind.values()) {
            SoundVerdict verdict = bad(kind, 60, CARRIER);
            assertThat(said(verdict, Optional.empty(), Locale.ENGLISH))
                    .startsWith("Bad sound from 10:02:14 to 10:02:31: the carrier’s side ");
            assertThat(said(verdict, Optional.empty(), Locale.FRENCH))
                    .as(kind.name())
                    .startsWith("Mauvais son de 10:02:14 à 10:02:31")
                    .contains("le côté de l’opérateur");
        }
    }

    @Test
    void silenceIsAMicrophonesNotANetworks() {
        SoundVerdict silent = bad(Fault.Kind.ONLY_SILENCE, 0, ALICE);
        assertThat(said(silent, Optional.of(ALICE_HERSELF), Locale.ENGLISH))
                .endsWith(": not a sound came from your microphone.");
        assertThat(said(silent, Optional.empty(), Locale.FRENCH))
                .endsWith("\u00a0: aucun son n’est venu du micro de Alice.");
    }

    @Test
    void aLateServerIsOurs() {
        SoundVerdict late =
                new SoundVerdict.Bad(
                        FROM, FROM.plusSeconds(3), List.of(), true, List.of(ALICE, BOB));

        assertThat(said(late, Optional.empty(), Locale.ENGLISH))
                .isEqualTo(
                        "Bad sound from 10:02:14 to 10:02:17: our server was late; Alice’s network"
                                + " was clean; Bob’s network was clean.");
    }

    @Test
    void goodAndUnknown() {
        assertThat(said(new SoundVerdict.Good(), Optional.empty(), Locale.FRENCH))
                .isEqualTo("Le son était bon tout le temps.");
        assertThat(said(new SoundVerdict.NothingKnown(), Optional.empty(), Locale.ENGLISH))
                .isEqualTo("How the call sounded was not kept.");
    }

    @Test
    void factsAreMatchedWithTheLegsOfTheCall() {
        Map<LegId, RecordedParty> parties = new LinkedHashMap<>(PARTIES);
        SoundVerdict verdict =
                Verdicts.of(
                        List.of(
                                new Line("c-1").good(20).sound(),
                                new Line("c-3").good(5).loses(10, 10).good(5).sound()));

        assertThat(
                        Told.said(
                                new SoundWords(parties, Optional.empty(), ZoneId.of("UTC"))
                                        .of(verdict),
                                Locale.ENGLISH))
                .isEqualTo(
                        "Bad sound from 10:02:05 to 10:02:15: the carrier’s side lost 20\u00a0% of"
                                + " the packets sent; Alice’s network was clean.");
    }
}
