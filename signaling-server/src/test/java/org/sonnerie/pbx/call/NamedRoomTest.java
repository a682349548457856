package org.sonnerie.pbx.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallEffect.CallSound;
import org.sonnerie.pbx.call.CallEffect.Hears;
import org.sonnerie.pbx.call.CallEffect.ToneKind;
import org.sonnerie.pbx.history.Told;
import org.sonnerie.pbx.plan.DemoCompany;
import org.sonnerie.pbx.plan.NamedRoom;

/** A conference room that says by name who comes and who leaves. */
final class NamedRoomTest {
    private static final MessageId ALICES = new MessageId("x-g1");
    private static final CallSound JOINED = prompt("conference-joined");
    private static final CallSound LEFT = prompt("conference-left");

    private final Scenario call = new Scenario(NamedRoom.in(DemoCompany.plan()).consistent());
    private final Party alice = call.alice;
    private final Party outsider = call.outsider;

    private static CallSound prompt(String name) {
        return new CallSound.Prompt(name);
    }

    private static CallEffect announced(Party who, ToneKind tone, CallSound... words) {
        return new NameEffect.AnnounceInRoom(who.leg(), NamedRoom.ID, tone, List.of(words));
    }

    private void isIn(Party who) {
        assertThat(call.heardBy(who.leg())).contains(new Hears.Room(NamedRoom.ID));
    }

    private void isLetIn(Party who) {
        who.dials(NamedRoom.NUMBER);
        who.typesTheRightPin();
        who.hearsItOut();
    }

    private void aGuestComes() {
        call.happens(
                new CallEvent.GuestCame(
                        call.now(), Call.callerOf(new CallId("c")), NamedRoom.ID, "Zoé"));
        outsider.hearsItOut();
    }

    private void isAskedForHisName(Party who) {
        assertThat(who.sounds())
                .containsExactly(prompt("conference-say-name"), new CallSound.Tone(ToneKind.BEEP));
    }

    private MessageId speaks(Party who) {
        who.hearsItOut();
        who.hearsNothing();
        return call.effects().stream()
                .filter(NameEffect.RecordName.class::isInstance)
                .map(NameEffect.RecordName.class::cast)
                .filter(order -> order.room().equals(Optional.of(NamedRoom.ID)))
                .map(NameEffect.RecordName::name)
                .findFirst()
                .orElseThrow();
    }

    private void isRecorded(Party who, MessageId name, int millis) {
        call.happens(
                new CallEvent.MessageRecorded(
                        call.now(), who.leg(), name, Duration.ofMillis(millis)));
    }

    @Test
    void whoHasRecordedHisNameIsAnnouncedByIt() {
        call.names(Optional.of(List.of(new NamesTold.Name(DemoCompany.ALICE, ALICES))));
        isLetIn(alice);
        alice.isSeated(Standing.IN);
        isIn(alice);
        CallSound own = new CallSound.Message(ALICES);
        assertThat(call.effects().getLast())
                .isEqualTo(announced(alice, ToneKind.ENTER, own, JOINED));
        alice.hangsUp();
        assertThat(call.effects().getLast()).isEqualTo(announced(alice, ToneKind.LEAVE, own, LEFT));
        assertThat(Told.lines(call.logged(), Locale.UK))
                .contains(
                        "Conference room By name, extension 411: the caller is announced by the"
                                + " name he has recorded.");
        assertThat(Call.replay(new CallId("c"), call.plan(), new ArrayList<>(call.log())))
                .isEqualTo(call.call());
    }

    @Test
    void whoHasNotSaysItAtTheDoor() {
        isLetIn(alice);
        isAskedForHisName(alice);
        MessageId name = speaks(alice);
        assertThat(call.call().inRoom()).isFalse();
        isRecorded(alice, name, 900);
        alice.isSeated(Standing.IN);
        assertThat(call.effects().getLast())
                .isEqualTo(announced(alice, ToneKind.ENTER, new CallSound.Message(name), JOINED));
        assertThat(call.reasons())
                .contains(
                        new RoomReason.Introduced(
                                NamedRoom.ID, RoomReason.Introduced.How.AT_THE_DOOR));
    }

    @Test
    void aColleagueWhoSaysNothingIsSpelledAndAGuestIsACaller() {
        isLetIn(alice);
        isRecorded(alice, speaks(alice), 0);
        alice.isSeated(Standing.IN);
        CallSound[] spelled =
                Stream.concat(
                                SpokenWords.in("en").spelled("Alice Durand").stream(),
                                Stream.of(JOINED))
                        .toArray(CallSound[]::new);
        assertThat(call.effects().getLast()).isEqualTo(announced(alice, ToneKind.ENTER, spelled));
        NamedRoomTest other = new NamedRoomTest();
        other.aGuestComes();
        other.isRecorded(other.outsider, other.speaks(other.outsider), 100);
        other.outsider.isSeated(Standing.IN);
        assertThat(other.call.effects().getLast())
                .isEqualTo(
                        announced(
                                other.outsider,
                                ToneKind.ENTER,
                                prompt("conference-a-caller"),
                                JOINED));
    }

    @Test
    void thePoundKeyEndsTheNameAndTheQuestion() {
        aGuestComes();
        isAskedForHisName(outsider);
        outsider.presses("#");
        assertThat(outsider.sounds()).containsExactly(new CallSound.Tone(ToneKind.BEEP));
        MessageId name = speaks(outsider);
        outsider.presses("1#");
        assertThat(call.effects()).contains(new CallEffect.StopRecording(outsider.leg(), name));
        isRecorded(outsider, name, 700);
        outsider.isSeated(Standing.IN);
        isIn(outsider);
    }

    @Test
    void whatIsNotToldInTimeKeepsNobodyOut() {
        call.names(Optional.empty());
        isLetIn(alice);
        call.passes(2);
        isAskedForHisName(alice);
        call.passes(20 + 6 + 5);
        alice.isSeated(Standing.IN);
        isIn(alice);
    }

    @Test
    void aPageThatComesBackIsAskedAnewAndWhatWasHalfSaidIsNotUsed() {
        isLetIn(alice);
        MessageId half = speaks(alice);
        alice.losesThePage();
        isRecorded(alice, half, 900);
        alice.isBack();
        assertThat(call.effects()).contains(new CallEffect.StopRecording(alice.leg(), half));
        isAskedForHisName(alice);
        assertThat(speaks(alice)).isNotEqualTo(half);
        call.serverRestarts();
        alice.isBack();
        isAskedForHisName(alice);
    }

    @Test
    void whoWaitsAtTheDoorIsAnnouncedWhenHeIsLetIn() {
        aGuestComes();
        MessageId name = speaks(outsider);
        isRecorded(outsider, name, 900);
        outsider.isSeated(Standing.WAITS_AT_LOCK);
        assertThat(call.effects()).noneMatch(NameEffect.AnnounceInRoom.class::isInstance);
        outsider.isSeated(Standing.IN);
        assertThat(call.effects().getLast())
                .isEqualTo(
                        announced(outsider, ToneKind.ENTER, new CallSound.Message(name), JOINED));
    }

    @Test
    void whoHangsUpAtTheDoorIsNotAnnounced() {
        isLetIn(alice);
        speaks(alice);
        alice.hangsUp();
        call.isOver();
        assertThat(call.effects()).noneMatch(NameEffect.AnnounceInRoom.class::isInstance);
    }

    @Test
    void otherRoomsAskForNoName() {
        alice.dials("400");
        alice.typesTheRightPin();
        alice.hearsItOut();
        assertThat(call.effects()).hasAtLeastOneElementOfType(CallEffect.EnterRoom.class);
    }
}
