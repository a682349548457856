package org.sonnerie.pbx.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.call.MailboxFacts;
import org.sonnerie.pbx.call.MailboxTold;
import org.sonnerie.pbx.call.Manner;
import org.sonnerie.pbx.call.MessageId;
import org.sonnerie.pbx.call.NamesTold;
import org.sonnerie.pbx.call.PlayId;
import org.sonnerie.pbx.call.RecordingEvent;
import org.sonnerie.pbx.call.RecordingId;
import org.sonnerie.pbx.call.RecordingWish;
import org.sonnerie.pbx.call.Requested;
import org.sonnerie.pbx.call.RoomRecorded;
import org.sonnerie.pbx.call.SecretRole;
import org.sonnerie.pbx.call.Silence;
import org.sonnerie.pbx.call.Standing;
import org.sonnerie.pbx.call.SupervisionEvent;
import org.sonnerie.pbx.call.WaitingMessage;
import org.sonnerie.pbx.call.WakingEvent;
import org.sonnerie.pbx.call.Way;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.GroupId;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.QueueId;
import org.sonnerie.pbx.plan.RoomId;
import org.sonnerie.pbx.plan.TrunkId;

class EventCodecTest {
    private static final Instant AT = Instant.parse("2026-11-23T10:00:00.123456Z");
    private static final LegId LEG = new LegId("c1-1");

    private final EventCodec codec = new EventCodec();

    static List<CallEvent> oneOfEach() {
        return Stream.of(usual(), handedOn(), ofRooms()).flatMap(all -> all).toList();
    }

    private static Stream<CallEvent> usual() {
        return Stream.of(
                new CallEvent.Dialled(
                        AT,
                        LEG,
                        new PersonId("alice"),
                        "400",
                        new Destination.ToRoom(new RoomId("400"))),
                new CallEvent.Arrived(
                        AT,
                        LEG,
                        new TrunkId("carrier"),
                        "+15550100100",
                        Optional.empty(),
                        "",
                        new Destination.ToNowhere(Destination.Refusal.UNKNOWN_NUMBER)),
                new CallEvent.LegRinging(AT, LEG),
                new WakingEvent.PhoneAsleep(AT, LEG),
                new WakingEvent.PhoneNotWoken(AT, LEG),
                new CallEvent.EarlyMedia(AT, LEG),
                new CallEvent.LegAnswered(AT, LEG),
                new CallEvent.LegEnded(AT, LEG, EndReason.BUSY),
                new CallEvent.DigitPressed(AT, LEG, '#'),
                new CallEvent.SecretAccepted(AT, LEG, SecretRole.MODERATOR),
                new CallEvent.SecretRefused(AT, LEG),
                new CallEvent.SecretBlocked(AT, LEG),
                new CallEvent.PlayEnded(AT, LEG, new PlayId("p1")),
                new CallEvent.HoldPressed(AT, LEG),
                new CallEvent.ResumePressed(AT, LEG),
                new CallEvent.PageLost(AT, LEG),
                new CallEvent.PageReturned(AT, LEG),
                new CallEvent.TimedOut(AT),
                new CallEvent.ServerRestarted(AT));
    }

    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventCodecTest::kinds)
                : Stream.of(type);
    }

    private static Stream<CallEvent> ofRooms() {
        RoomId room = new RoomId("400");
        return Stream.of(
                new CallEvent.Invited(
                        AT,
                        LEG,
                        room,
                        new PersonId("alice"),
                        "0145678901",
                        new Destination.ToOutside("+33145678901", false)),
                new CallEvent.GuestCame(AT, LEG, room, "Zoé"),
                new Requested(
                        AT,
                        LEG,
                        new PersonId("alice"),
                        "0145678901",
                        new Destination.ToOutside("+33145678901", false),
                        "CRM"),
                new CallEvent.Seated(AT, LEG, Standing.WAITS_FOR_MODERATOR),
                new CallEvent.Silenced(AT, LEG, Silence.LISTEN_ONLY),
                new CallEvent.TurnedOut(AT, LEG, EndReason.REMOVED, Optional.of("Alice")));
    }

    private static Stream<CallEvent> handedOn() {
        return Stream.of(
                new CallEvent.Transferred(AT, LEG, "*7", new Destination.ToPark(), "the cake"),
                new CallEvent.Consulted(AT, LEG, "701", new Destination.ToSlot("701"), ""),
                new CallEvent.TransferCompleted(AT, LEG),
                new CallEvent.TransferCancelled(AT, LEG),
                new CallEvent.JoinPressed(AT, LEG),
                new CallEvent.Parked(AT, LEG, "701"),
                new CallEvent.Joined(AT, LEG, new PersonId("bob"), Way.PICKUP),
                new RecordingEvent.RecordingWished(AT, LEG, RecordingWish.PAUSE),
                new SupervisionEvent.SupervisionWished(
                        AT, LEG, new PersonId("sam"), Manner.WHISPER, "new colleague"),
                new RecordingEvent.RecordingClosed(AT, new RecordingId("c1-c1"), true),
                new RoomRecorded(AT, LEG, true),
                new NamesTold(
                        AT,
                        LEG,
                        List.of(new NamesTold.Name(new PersonId("alice"), new MessageId("c1-g1")))),
                new MailboxTold(
                        AT,
                        LEG,
                        MailboxId.of(new PersonId("alice")),
                        new MailboxFacts(
                                Optional.of(new MessageId("c1-g1")),
                                Optional.empty(),
                                Optional.of(LocalDate.of(2026, 12, 3)),
                                true)),
                new CallEvent.MessageRecorded(
                        AT, LEG, new MessageId("c1-r1"), Duration.ofMillis(3_140)),
                new CallEvent.MessagesListed(
                        AT,
                        LEG,
                        List.of(
                                new WaitingMessage(
                                        new MessageId("c0-r1"),
                                        true,
                                        new Destination.ToPerson(new PersonId("bob")),
                                        Optional.of(AT),
                                        Optional.of("102")))),
                new CallEvent.MembersOrdered(
                        AT,
                        LEG,
                        new GroupId("sales"),
                        List.of(new PersonId("bob"), new PersonId("alice"))),
                new CallEvent.AgentsOffered(
                        AT, LEG, new QueueId("support"), 2, List.of(new PersonId("bob"))),
                new CallEvent.QueueTold(
                        AT, LEG, new QueueId("support"), 3, Optional.of(120), true));
    }

    @Test
    void everyEventComesBackAsItWas() {
        var kinds = oneOfEach().stream().map(Object::getClass).toList();

        assertThat(kinds)
                .as("one of each kind is tried")
                .containsExactlyInAnyOrderElementsOf(kinds(CallEvent.class).toList());
        assertThat(oneOfEach())
                .allSatisfy(
                        event -> assertThat(codec.decode(codec.encode(event))).isEqualTo(event));
    }

    /** As it was written before it was kept when a message was left. */
    @Test
    void aListOfMessagesOfBeforeIsStillRead() {
        String body =
                """
                {"at":"2026-11-23T10:00:00Z","leg":{"text":"c-1"},"messages":[{"id":{"text":"m"},
                "heard":true,"callBack":{"type":"ToPerson","person":{"text":"bob"}}}]}
                """;
        assertThat(codec.decode(new EventCodec.Text("MessagesListed", body)))
                .isInstanceOfSatisfying(
                        CallEvent.MessagesListed.class,
                        listed ->
                                assertThat(listed.messages())
                                        .containsExactly(
                                                new WaitingMessage(
                                                        new MessageId("m"),
                                                        true,
                                                        new Destination.ToPerson(
                                                                new PersonId("bob")))));
    }

    @Test
    void anUnknownEventIsSaidToBeOne() {
        assertThatThrownBy(() -> codec.decode(new EventCodec.Text("Sneezed", "{}")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Sneezed");
    }
}
