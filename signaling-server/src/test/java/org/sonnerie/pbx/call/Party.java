package org.sonnerie.pbx.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.call.CallEffect.CallSound;
import org.sonnerie.pbx.call.CallEffect.Hears;
import org.sonnerie.pbx.call.CallEffect.ToneKind;
import org.sonnerie.pbx.plan.DemoCompany;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.Dialling;
import org.sonnerie.pbx.plan.PersonId;

/** Somebody in a scenario: what he does, and what he hears and sees. */
final class Party {
    static final String OUTSIDE_NUMBER = "+33612345678";

    private final Scenario scenario;
    private final Optional<PersonId> person;

    Party(Scenario scenario, Optional<PersonId> person) {
        this.scenario = scenario;
        this.person = person;
    }

    LegId leg() {
        return scenario.call().legs().stream()
                .filter(leg -> leg.person().equals(person))
                .reduce((_, last) -> last)
                .map(Leg::id)
                .orElseThrow(() -> new AssertionError("has no leg"));
    }

    // What he does.

    void dials(String what) {
        happens(
                new CallEvent.Dialled(
                        scenario.now(),
                        Call.callerOf(new CallId("c")),
                        person.orElseThrow(),
                        what,
                        Dialling.read(scenario.plan(), what)));
    }

    void calls(String number) {
        calls(number, Optional.of(OUTSIDE_NUMBER));
    }

    void calls(String number, Optional<String> from) {
        happens(
                new CallEvent.Arrived(
                        scenario.now(),
                        Call.callerOf(new CallId("c")),
                        DemoCompany.TRUNK,
                        number,
                        from,
                        "Jeanne",
                        Dialling.inbound(scenario.plan(), number)));
    }

    private void happens(CallEvent event) {
        scenario.happens(event);
    }

    void rings() {
        happens(new CallEvent.LegRinging(scenario.now(), leg()));
    }

    void sleeps() {
        happens(new WakingEvent.PhoneAsleep(scenario.now(), leg()));
    }

    void isNotWoken() {
        happens(new WakingEvent.PhoneNotWoken(scenario.now(), leg()));
    }

    void sendsEarlyMedia() {
        happens(new CallEvent.EarlyMedia(scenario.now(), leg()));
    }

    void answers() {
        happens(new CallEvent.LegAnswered(scenario.now(), leg()));
    }

    void hangsUp() {
        ends(EndReason.HUNG_UP);
    }

    void declines() {
        ends(EndReason.DECLINED);
    }

    void ends(EndReason reason) {
        happens(new CallEvent.LegEnded(scenario.now(), leg(), reason));
    }

    void presses(String keys) {
        for (int i = 0; i < keys.length(); i++) {
            happens(new CallEvent.DigitPressed(scenario.now(), leg(), keys.charAt(i)));
        }
    }

    void typesTheRightPin() {
        happens(new CallEvent.SecretAccepted(scenario.now(), leg(), SecretRole.PARTICIPANT));
    }

    void typesTheModeratorPin() {
        happens(new CallEvent.SecretAccepted(scenario.now(), leg(), SecretRole.MODERATOR));
    }

    void isSeated(Standing standing) {
        happens(new CallEvent.Seated(scenario.now(), leg(), standing));
    }

    void isSilenced(Silence silence) {
        happens(new CallEvent.Silenced(scenario.now(), leg(), silence));
    }

    void isTurnedOut(EndReason why, String by) {
        happens(new CallEvent.TurnedOut(scenario.now(), leg(), why, Optional.of(by)));
    }

    void typesAWrongPin() {
        happens(new CallEvent.SecretRefused(scenario.now(), leg()));
    }

    /** Hears a programme to its end. */
    void hearsItOut() {
        LegId leg = leg();
        if (scenario.heardBy(leg).orElseThrow() instanceof Hears.Programme programme) {
            assertThat(programme.repeat()).isFalse();
            scenario.silence(leg);
            happens(new CallEvent.PlayEnded(scenario.now(), leg, programme.play()));
        } else {
            throw new AssertionError("nothing is being played");
        }
    }

    void wishes(RecordingWish wish) {
        happens(new RecordingEvent.RecordingWished(scenario.now(), leg(), wish));
    }

    void holds() {
        happens(new CallEvent.HoldPressed(scenario.now(), leg()));
    }

    void resumes() {
        happens(new CallEvent.ResumePressed(scenario.now(), leg()));
    }

    void transfersTo(String what) {
        transfersTo(what, "");
    }

    void transfersTo(String what, String note) {
        happens(new CallEvent.Transferred(scenario.now(), leg(), what, read(what), note));
    }

    void asks(String what) {
        asks(what, "");
    }

    void asks(String what, String note) {
        happens(new CallEvent.Consulted(scenario.now(), leg(), what, read(what), note));
    }

    private Destination read(String what) {
        return Dialling.read(scenario.plan(), what);
    }

    void completes() {
        happens(new CallEvent.TransferCompleted(scenario.now(), leg()));
    }

    void cancels() {
        happens(new CallEvent.TransferCancelled(scenario.now(), leg()));
    }

    void bringsAllTogether() {
        happens(new CallEvent.JoinPressed(scenario.now(), leg()));
    }

    void parksOn(String slot) {
        happens(new CallEvent.Parked(scenario.now(), leg(), slot));
    }

    void takes(Way way) {
        LegId leg = new LegId("c-j" + scenario.log().size());
        happens(new CallEvent.Joined(scenario.now(), leg, person.orElseThrow(), way));
    }

    void losesThePage() {
        happens(new CallEvent.PageLost(scenario.now(), leg()));
    }

    void isBack() {
        happens(new CallEvent.PageReturned(scenario.now(), leg()));
    }

    // What is asked of him.

    void isRung() {
        assertAsked(new CallEffect.RingPerson(leg(), person.orElseThrow()));
    }

    void isNotRung() {
        assertThat(scenario.reasons()).noneMatch(this::tellsThatHeIsRung);
    }

    private boolean tellsThatHeIsRung(Reason reason) {
        return reason instanceof Reason.Rings(var rung, int _)
                && person.filter(rung::equals).isPresent();
    }

    void isToldThatItRings() {
        assertAsked(new CallEffect.SignalRinging(leg()));
    }

    void isAnswered() {
        assertAsked(new CallEffect.AnswerTrunk(leg()));
    }

    void isAskedForThePin() {
        assertAsked(new CallEffect.CollectRoomPin(leg(), DemoCompany.ROOM));
    }

    void isOut(EndReason reason) {
        assertAsked(new CallEffect.EndLeg(leg(), reason));
    }

    void isWoken() {
        assertAsked(new CallEffect.WakePerson(leg(), person.orElseThrow()));
    }

    private void assertAsked(CallEffect effect) {
        assertThat(scenario.effects()).contains(effect);
    }

    // What he hears.

    void hears(Party other) {
        assertHears(new Hears.Other(other.leg()));
    }

    void hearsTheRoom() {
        assertHears(new Hears.Room(DemoCompany.ROOM));
    }

    void hearsHimself() {
        assertHears(new Hears.Itself());
    }

    void hearsNothing() {
        assertThat(scenario.heardBy(leg()).orElse(new Hears.Nothing()))
                .isEqualTo(new Hears.Nothing());
    }

    private void assertHears(Hears what) {
        assertThat(scenario.heardBy(leg())).contains(what);
    }

    void hearsMusic() {
        assertThat(sounds()).containsExactly(new CallSound.HoldMusic());
    }

    void hearsTone(ToneKind kind) {
        assertThat(sounds()).containsExactly(new CallSound.Tone(kind));
    }

    void hearsPrompts(String... names) {
        assertThat(sounds())
                .containsExactlyElementsOf(
                        List.of(names).stream().map(CallSound.Prompt::new).toList());
    }

    void hearsPromptsThenTone(String name) {
        assertThat(sounds())
                .containsExactly(new CallSound.Prompt(name), new CallSound.Tone(ToneKind.BEEP));
    }

    List<CallSound> sounds() {
        return scenario.heardBy(leg()).orElseThrow() instanceof Hears.Programme programme
                ? programme.sounds()
                : List.of();
    }

    // What he sees.

    CallView view() {
        return scenario.call().views().stream()
                .filter(view -> view.leg().equals(leg()))
                .findFirst()
                .orElseThrow();
    }

    void sees(CallView.State state) {
        assertThat(view().state()).isEqualTo(state);
    }

    void seesEnded(EndReason reason) {
        sees(CallView.State.ENDED);
        assertThat(view().ended()).contains(reason);
    }

    void hearsAll() {
        assertHears(new Hears.Together());
    }

    void seesCard(Card.Kind kind, String name, String number, String note) {
        assertThat(view().details().card()).contains(new Card(kind, new Named(name, number), note));
    }

    void seesNoCard() {
        assertThat(view().details().card()).isEmpty();
    }

    void seesAsked(String name, CallView.State state) {
        CallView.Consult consult = view().details().consult().orElseThrow();
        assertThat(consult.party().name()).isEqualTo(name);
        assertThat(consult.state()).isEqualTo(state);
    }

    void asksNobody() {
        assertThat(view().details().consult()).isEmpty();
    }

    void seesParty(String name, String number, String via) {
        assertThat(view().party()).isEqualTo(new CallView.Party(name, number, via, false));
    }
}
