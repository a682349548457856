package org.sonnerie.media.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.sonnerie.media.api.Audience;
import org.sonnerie.media.api.EndpointId;
import org.sonnerie.media.api.Hearing;
import org.sonnerie.media.api.MediaCommand;
import org.sonnerie.media.api.MediaEvent;
import org.sonnerie.media.api.NegotiationId;
import org.sonnerie.media.api.PlayId;
import org.sonnerie.media.api.RecordingId;
import org.sonnerie.media.api.RecordingLimits;
import org.sonnerie.media.api.RecordingSource;
import org.sonnerie.media.api.RoomId;
import org.sonnerie.media.api.Sound;
import org.sonnerie.media.fake.Await;
import org.sonnerie.media.fake.Relay;

/** Makes and ends its own endpoints, and ties them to everybody's, at random. */
final class RandomCaller implements Runnable {
    private static final int COMMANDS = 1_200;
    private static final int LEGS = 5;
    private static final int CALLERS = 4;
    private static final int BATCH = 40;
    private static final List<String> TALKERS = List.of("alice", "bob", "carrier");

    private final int number;
    private final Relay relay;
    private final Path folder;
    private final Random random;
    private final List<MediaCommand> given = new ArrayList<>();
    private final Set<RecordingId> recordings = new HashSet<>();
    private int serial;

    RandomCaller(int number, Relay relay, Path folder) {
        this.number = number;
        this.relay = relay;
        this.folder = folder;
        this.random = new Random(number);
    }

    @Override
    public void run() {
        for (int i = 0; i < COMMANDS; i++) {
            give(command());
            if (i % BATCH == 0) {
                give(offer(own()));
                NegotiationId last = negotiation();
                Await.until("an answer", () -> answered().contains(last));
            }
        }
        for (int leg = 0; leg < LEGS; leg++) {
            give(new MediaCommand.Close(id(number, leg)));
        }
        recordings.forEach(id -> give(new MediaCommand.StopCallRecording(id)));
    }

    private void give(MediaCommand command) {
        given.add(command);
        relay.submit(command);
    }

    private NegotiationId negotiation() {
        return new NegotiationId("n-" + number + "-" + serial);
    }

    private static EndpointId id(int caller, int leg) {
        return new EndpointId("c" + caller + "-" + leg);
    }

    private EndpointId own() {
        return id(number, random.nextInt(LEGS));
    }

    private EndpointId anybody() {
        return random.nextInt(4) == 0
                ? new EndpointId(TALKERS.get(random.nextInt(TALKERS.size())))
                : id(random.nextInt(CALLERS), random.nextInt(LEGS));
    }

    private RoomId room() {
        return new RoomId("room-" + random.nextInt(3));
    }

    private MediaCommand offer(EndpointId who) {
        serial++;
        return new MediaCommand.MakeTrunkOffer(who, negotiation(), relay.g711());
    }

    private MediaCommand command() {
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3 -> offer(own());
            case 4, 5 -> new MediaCommand.Close(own());
            case 6, 7, 8, 9 -> new MediaCommand.Hear(own(), new Hearing.Other(anybody()));
            case 10, 11 -> new MediaCommand.Hear(anybody(), new Hearing.Room(room(), audience()));
            case 12 -> new MediaCommand.Hear(anybody(), new Hearing.Nothing());
            case 13 -> new MediaCommand.Hear(anybody(), new Hearing.Other(anybody()));
            case 14 -> new MediaCommand.Hear(anybody(), programme());
            case 15 -> new MediaCommand.PlayInRoom(room(), programme().sounds());
            case 16 -> record();
            case 17, 18 -> tape();
            default -> refused();
        };
    }

    private Audience audience() {
        return switch (random.nextInt(4)) {
            case 0 -> new Audience.Nobody();
            case 1 -> new Audience.OnlyOne(anybody());
            default -> new Audience.Everybody();
        };
    }

    private Hearing.Programme programme() {
        return new Hearing.Programme(
                new PlayId("p" + random.nextInt(100)), List.of(new Sound.Pause(60)), false);
    }

    /** No new endpoint comes of it; one that exists stays as it was. */
    private MediaCommand refused() {
        serial++;
        return new MediaCommand.AcceptTrunkOffer(own(), negotiation(), "nonsense", relay.g711());
    }

    private MediaCommand record() {
        String name = "r-" + number + "-" + given.size();
        return new MediaCommand.StartRecording(
                own(),
                new RecordingId(name),
                folder.resolve(name + ".opus").toString(),
                new RecordingLimits(Duration.ofMinutes(1), Duration.ofMinutes(1)));
    }

    private MediaCommand tape() {
        if (recordings.size() < 4) {
            RecordingId id = new RecordingId("t-" + number + "-" + recordings.size());
            recordings.add(id);
            return new MediaCommand.StartCallRecording(
                    id, folder.resolve(id.text() + ".opus").toString(), 2, Duration.ofHours(1));
        }
        RecordingId id = List.copyOf(recordings).get(random.nextInt(recordings.size()));
        return new MediaCommand.RecordFrom(id, source());
    }

    private RecordingSource source() {
        return switch (random.nextInt(3)) {
            case 0 -> new RecordingSource.Nobody();
            case 1 -> new RecordingSource.Mix(room());
            default -> new RecordingSource.Sides(List.of(anybody()), List.of(anybody()));
        };
    }

    private List<NegotiationId> answered() {
        List<NegotiationId> answered = new ArrayList<>();
        String mine = "n-" + number + "-";
        for (MediaEvent event : relay.events()) {
            switch (event) {
                case MediaEvent.SdpReady(_, NegotiationId id, _) when id.text().startsWith(mine) ->
                        answered.add(id);
                case MediaEvent.NegotiationFailed(_, NegotiationId id, _)
                        when id.text().startsWith(mine) ->
                        answered.add(id);
                default -> {}
            }
        }
        return answered;
    }

    /** Each offer was answered once, those of one endpoint in order; each recording ended once. */
    void verify() {
        for (int leg = 0; leg < LEGS; leg++) {
            EndpointId who = id(number, leg);
            assertThat(told(who)).containsExactlyElementsOf(asked(who));
        }
        for (RecordingId id : recordings) {
            assertThat(relay.events())
                    .filteredOn(event ->
                            event instanceof MediaEvent.CallRecordingEnded ended
                                    && ended.recording().equals(id))
                    .hasSize(1);
        }
    }

    private List<NegotiationId> asked(EndpointId who) {
        List<NegotiationId> asked = new ArrayList<>();
        for (MediaCommand command : given) {
            switch (command) {
                case MediaCommand.MakeTrunkOffer offer when offer.endpoint().equals(who) ->
                        asked.add(offer.negotiation());
                case MediaCommand.AcceptTrunkOffer offer when offer.endpoint().equals(who) ->
                        asked.add(offer.negotiation());
                default -> {}
            }
        }
        return asked;
    }

    private List<NegotiationId> told(EndpointId who) {
        List<NegotiationId> told = new ArrayList<>();
        for (MediaEvent event : relay.events()) {
            switch (event) {
                case MediaEvent.SdpReady ready when ready.endpoint().equals(who) ->
                        told.add(ready.negotiation());
                case MediaEvent.NegotiationFailed failed when failed.endpoint().equals(who) ->
                        told.add(failed.negotiation());
                default -> {}
            }
        }
        return told;
    }
}
