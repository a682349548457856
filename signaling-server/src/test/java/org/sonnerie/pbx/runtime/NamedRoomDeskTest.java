package org.sonnerie.pbx.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallEffect.CallSound;
import org.sonnerie.pbx.call.CallEffect.Hears;
import org.sonnerie.pbx.call.CallEffect.ToneKind;
import org.sonnerie.pbx.call.CallView;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.call.MessageId;
import org.sonnerie.pbx.call.NamesTold;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Room;
import org.sonnerie.pbx.plan.RoomId;
import org.sonnerie.pbx.plan.RoomRules;
import org.sonnerie.pbx.room.RoomWish;
import org.sonnerie.pbx.runtime.fake.OneCompany;

/** Anna, who has recorded her name, and a guest in Anna's room, which says who comes. */
class NamedRoomDeskTest extends DeskBench {
    private static final CompanyId COMPANY = new CompanyId("acme");
    private static final RoomId ROOM = new RoomId("r");
    private static final MessageId ANNAS = new MessageId("x-g1");
    private static final CallSound JOINED = new CallSound.Prompt("conference-joined");
    private static final CallSound LEFT = new CallSound.Prompt("conference-left");

    private RoomDesk room;
    private GuestDesk guests;

    @BeforeEach
    void openRoom() {
        room = new ConferenceDesk(rooms, calls, company);
        guests = new GuestCalls(rooms, calls, company);
        greetings.names.add(new NamesTold.Name(ANNA, ANNAS));
    }

    @Override
    OneCompany company() {
        return new OneCompany(NamedRoomDeskTest::byName);
    }

    static CompanyPlan byName(CompanyPlan plan) {
        RoomRules rules =
                new RoomRules(false, false, RoomRules.Announce.NAMES, false, Optional.of(ANNA));
        return new CompanyPlan(
                plan.company(),
                plan.version(),
                plan.facts(),
                plan.people(),
                plan.groups(),
                plan.flow(),
                List.of(new Room(ROOM, "Big", "40", "1234", Optional.empty(), rules)),
                plan.outside());
    }

    private void playsOut(LegId leg) {
        if (media.hearing.get(leg) instanceof Hears.Programme programme && !programme.repeat()) {
            relay.playEnded(leg, programme.play());
        }
    }

    private boolean isIn(LegId leg) {
        playsOut(leg);
        return media.hearing.get(leg) instanceof Hears.Room;
    }

    private LegId annaEnters() {
        CallView view = desk.call(ANNA, ANNAS_PAGE, "40", "offer").view();
        until("Anna is in", () -> isIn(view.leg()));
        return view.leg();
    }

    private LegId guestSpeaks(LegId anna) {
        guests.join(COMPANY, ROOM, "Zoé", "offer");
        LegId leg = media.open.stream().filter(one -> !one.equals(anna)).findFirst().orElseThrow();
        until(
                "his name is recorded",
                () -> {
                    playsOut(leg);
                    return media.recorded.containsValue(leg);
                });
        return leg;
    }

    private MessageId nameOf(LegId leg) {
        return media.recorded.entrySet().stream()
                .filter(one -> one.getValue().equals(leg))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private void isSaid(CallSound... sounds) {
        until("said: " + List.of(sounds), () -> media.inRooms.contains(List.of(sounds)));
    }

    @Test
    void whoeverComesIsAnnouncedAndWhatWasSaidAtTheDoorIsGoneWithTheLast() {
        LegId anna = annaEnters();
        isSaid(new CallSound.Message(ANNAS), JOINED);
        LegId guest = guestSpeaks(anna);
        MessageId name = nameOf(guest);
        assertThat(greetings.told).contains("begin " + name);
        relay.recordingEnded(guest, name, Duration.ofMillis(900));
        until("the guest is in", () -> isIn(guest));
        isSaid(new CallSound.Message(name), JOINED);

        relay.mediaLost(guest);
        isSaid(new CallSound.Message(name), LEFT);
        assertThat(greetings.told).as("it may still be heard").doesNotContain("discard " + name);
        room.wish(ANNA, ROOM, new RoomWish.End());
        until("gone", () -> greetings.told.contains("discard " + name));
        assertThat(greetings.told).doesNotContain("discard " + ANNAS);
    }

    @Test
    void whoHangsUpAtTheDoorOfAnEmptyRoomLeavesNothingBehind() {
        LegId guest = guestSpeaks(new LegId("none"));
        MessageId name = nameOf(guest);
        assertThat(greetings.told).doesNotContain("discard " + name);
        relay.mediaLost(guest);
        until("gone", () -> greetings.told.contains("discard " + name));
    }

    @Test
    void whileOnlyModeratorsAreHeardATonePlaysInstead() {
        LegId anna = annaEnters();
        room.wish(ANNA, ROOM, new RoomWish.ListenOnly(true));
        LegId guest = guestSpeaks(anna);
        relay.recordingEnded(guest, nameOf(guest), Duration.ofMillis(900));
        until("the guest is in", () -> isIn(guest));
        isSaid(new CallSound.Tone(ToneKind.ENTER));
    }
}
