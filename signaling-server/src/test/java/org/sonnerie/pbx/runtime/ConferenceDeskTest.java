package org.sonnerie.pbx.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallEffect.Hears;
import org.sonnerie.pbx.call.CallView;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.call.RecordingId;
import org.sonnerie.pbx.call.Silence;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.RecordingRules;
import org.sonnerie.pbx.plan.Room;
import org.sonnerie.pbx.plan.RoomId;
import org.sonnerie.pbx.plan.RoomRules;
import org.sonnerie.pbx.room.Conference;
import org.sonnerie.pbx.room.RoomView;
import org.sonnerie.pbx.room.RoomWish;
import org.sonnerie.pbx.runtime.DeskRefusal.Code;
import org.sonnerie.pbx.runtime.fake.OneCompany;

/** Anna's own room, which asks Ben for its PIN. */
class ConferenceDeskTest extends DeskBench {
    private static final CompanyId COMPANY = new CompanyId("acme");
    private static final RoomId ROOM = new RoomId("r");

    private RoomDesk room;
    private GuestDesk guests;

    @BeforeEach
    void openRoom() {
        room = new ConferenceDesk(rooms, calls, company);
        guests = new GuestCalls(rooms, calls, company);
    }

    @Override
    OneCompany company() {
        return new OneCompany(ConferenceDeskTest::withOwner);
    }

    private static CompanyPlan withOwner(CompanyPlan plan) {
        RoomRules rules =
                new RoomRules(true, false, RoomRules.Announce.TONE, false, Optional.of(ANNA));
        return new CompanyPlan(
                plan.company(),
                plan.version(),
                plan.facts()
                        .with(
                                new RecordingRules(
                                        30,
                                        Map.of(),
                                        Map.of(),
                                        Map.of(),
                                        Map.of(),
                                        Map.of(ROOM, RecordingRules.Rule.ON_DEMAND))),
                plan.people(),
                plan.groups(),
                plan.flow(),
                List.of(new Room(ROOM, "Big", "40", "1234", Optional.empty(), rules)),
                plan.outside());
    }

    private LegId enters(PersonId person, PageId page, String pin) {
        CallView view = desk.call(person, page, "40", "offer").view();
        if (!pin.isEmpty()) {
            desk.digits(person, view.call(), pin);
            until("welcomed", () -> heard(view.leg(), Hears.Programme.class));
        }
        hearsItOut(view.leg());
        until("seated", () -> stay(person).isPresent());
        return view.leg();
    }

    private boolean heard(LegId leg, Class<? extends Hears> kind) {
        return kind.isInstance(media.hearing.get(leg));
    }

    private void hearsItOut(LegId leg) {
        until("seated or played", () -> rooms.seenBy(leg).isPresent() || playsOut(leg));
    }

    private boolean playsOut(LegId leg) {
        if (media.hearing.get(leg) instanceof Hears.Programme programme && !programme.repeat()) {
            relay.playEnded(leg, programme.play());
        }
        return false;
    }

    private Optional<RoomView.Stay> stay(PersonId person) {
        return room.rooms(person).getFirst().stay();
    }

    private void sees(PersonId person, String what, Predicate<RoomView.Stay> wanted) {
        until(what, () -> stay(person).filter(wanted).isPresent());
    }

    private static void refused(Code code, Runnable request) {
        assertThatThrownBy(request::run)
                .isInstanceOfSatisfying(
                        DeskRefusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void benWaitsWithMusicUntilAnnaComes() {
        LegId ben = enters(BEN, BENS_PAGE, "1234#");
        until("music", () -> heard(ben, Hears.Programme.class));
        assertThat(stay(BEN).orElseThrow().members()).hasSize(1);
        LegId anna = enters(ANNA, ANNAS_PAGE, "");
        until("both in", () -> heard(ben, Hears.Room.class) && heard(anna, Hears.Room.class));
        sees(BEN, "both", stay -> stay.members().size() == 2);
        assertThat(phones.roomsShown).contains(ANNA, BEN);
    }

    @Test
    void annaRecordsTheRoomAndBothAreTold() {
        LegId anna = enters(ANNA, ANNAS_PAGE, "");
        LegId ben = enters(BEN, BENS_PAGE, "1234#");
        until("both in", () -> heard(ben, Hears.Room.class) && heard(anna, Hears.Room.class));
        refused(Code.NOT_MODERATOR, () -> room.wish(BEN, ROOM, new RoomWish.Recorded(true)));

        room.wish(ANNA, ROOM, new RoomWish.Recorded(true));

        until("recorded", () -> media.recordings.containsValue("room " + ROOM));
        until("told", () -> heard(ben, Hears.Programme.class));
        sees(BEN, "recorded", stay -> stay.recording() == Conference.Recording.ON);
        until("back in", () -> playsOut(ben) || heard(ben, Hears.Room.class));
        until("back in", () -> playsOut(anna) || heard(anna, Hears.Room.class));
        assertThat(recordings.told.getFirst()).contains("Conference[room=" + ROOM);

        room.wish(ANNA, ROOM, new RoomWish.End());
        until("over", () -> media.recordings.containsValue("over"));
    }

    @Test
    void aRecordingThatFailsIsShownToBeOver() {
        enters(ANNA, ANNAS_PAGE, "");
        room.wish(ANNA, ROOM, new RoomWish.Recorded(true));
        until("recorded", () -> media.recordings.containsValue("room " + ROOM));
        RecordingId id = media.recordings.keySet().iterator().next();
        relay.callRecordingClosed(id, Duration.ZERO, true);
        sees(ANNA, "not recorded", stay -> stay.recording() == Conference.Recording.OFF);
    }

    @Test
    void onlyAnnaSteers() {
        LegId anna = enters(ANNA, ANNAS_PAGE, "");
        LegId ben = enters(BEN, BENS_PAGE, "1234#");
        until("both in", () -> heard(ben, Hears.Room.class) && heard(anna, Hears.Room.class));
        refused(Code.NOT_MODERATOR, () -> room.wish(BEN, ROOM, new RoomWish.MuteAll(true)));
        refused(Code.NOT_MODERATOR, () -> room.invite(BEN, ROOM, "0145678901"));
        assertThat(room.moderates(ANNA, ROOM)).isTrue();
        assertThat(room.moderates(BEN, ROOM)).isFalse();

        room.wish(ANNA, ROOM, new RoomWish.MuteAll(true));
        until("muted", () -> media.muted.contains(ben));
        assertThat(stay(BEN).orElseThrow().members().getLast().silence())
                .isEqualTo(Silence.MODERATOR);
        room.wish(ANNA, ROOM, new RoomWish.MuteAll(false));
        until("heard", () -> !media.muted.contains(ben));
        room.wish(ANNA, ROOM, new RoomWish.End());
        until("over", () -> media.closed.contains(ben) && media.closed.contains(anna));
        until("empty", () -> stay(ANNA).isEmpty());
        refused(Code.NOT_IN_ROOM, () -> room.wish(ANNA, ROOM, new RoomWish.End()));
    }

    @Test
    void annaHasSomebodyCalledIn() {
        enters(ANNA, ANNAS_PAGE, "");
        refused(Code.UNKNOWN_NUMBER, () -> room.invite(ANNA, ROOM, "99"));
        refused(Code.NOT_ALLOWED, () -> room.invite(ANNA, ROOM, "112"));
        refused(Code.NOT_ALLOWED, () -> room.invite(ANNA, ROOM, "40"));
        room.invite(ANNA, ROOM, "12");
        until("rings", () -> !desk.calls(BEN).isEmpty());
        CallView view = desk.calls(BEN).getFirst();
        until("ringing", () -> desk.calls(BEN).getFirst().state() == CallView.State.RINGING);
        desk.answer(BEN, BENS_PAGE, view.call(), "offer");
        hearsItOut(view.leg());
        sees(ANNA, "both", stay -> stay.members().size() == 2);
    }

    @Test
    void aGuestIsInTheRoomAndNoMore() {
        LegId anna = enters(ANNA, ANNAS_PAGE, "");
        GuestDesk.GuestCall guest = guests.join(COMPANY, ROOM, "Zoé", "offer");
        LegId leg = media.open.stream().filter(one -> !one.equals(anna)).findFirst().orElseThrow();
        hearsItOut(leg);
        until("in", () -> heard(leg, Hears.Room.class));
        sees(ANNA, "the guest", stay -> stay.members().getLast().name().equals("Zoé"));
        guest.mute(true);
        until("muted", () -> media.muted.contains(leg));
        String member = stay(ANNA).orElseThrow().members().getLast().id();
        room.wish(ANNA, ROOM, new RoomWish.Remove(member));
        until("out", () -> guest.state().ended().equals(Optional.of(EndReason.REMOVED)));
        assertThat(media.closed).contains(leg);
    }

    @Test
    void aGuestWhosePageIsGoneIsGone() {
        LegId anna = enters(ANNA, ANNAS_PAGE, "");
        GuestDesk.GuestCall guest = guests.join(COMPANY, ROOM, "Zoé", "offer");
        LegId leg = media.open.stream().filter(one -> !one.equals(anna)).findFirst().orElseThrow();
        relay.mediaLost(leg);
        until("out", () -> guest.state().ended().equals(Optional.of(EndReason.PAGE_LOST)));
    }

    @Test
    void aGuestWithoutSoundDoesNotComeAbout() {
        refused(Code.BAD_SDP, () -> guests.join(COMPANY, ROOM, "Zoé", "bad"));
        refused(Code.NO_SUCH_CALL, () -> guests.join(COMPANY, new RoomId("gone"), "Zoé", "offer"));
        until("nothing is left", () -> media.open.isEmpty());
    }

    @Test
    void whoSpeaksIsSeen() {
        LegId anna = enters(ANNA, ANNAS_PAGE, "");
        relay.speaks(anna, true);
        sees(ANNA, "speaks", stay -> stay.members().getFirst().speaks());
        relay.speaks(anna, false);
        sees(ANNA, "is silent", stay -> !stay.members().getFirst().speaks());
    }
}
