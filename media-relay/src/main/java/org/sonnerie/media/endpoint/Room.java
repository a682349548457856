package org.sonnerie.media.endpoint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sonnerie.media.api.Audience;
import org.sonnerie.media.api.AudioCodec;
import org.sonnerie.media.api.EndpointId;
import org.sonnerie.media.api.MediaEvent;
import org.sonnerie.media.api.RoomId;
import org.sonnerie.media.api.Sound;
import org.sonnerie.media.audio.Frames;
import org.sonnerie.media.codec.OpusSettings;
import org.sonnerie.media.mixer.ConferenceMixer;
import org.sonnerie.media.mixer.TalkerElection;
import org.sonnerie.media.player.RoomPlayer;
import org.sonnerie.media.player.SoundLibrary;

/**
 * A conference: the loudest few are mixed at 16 kHz; each of them hears the mix without himself,
 * all others share one encoding of it for each codec. Whoever has a smaller {@link Audience} is not
 * in that mix. Owned by one media thread.
 */
public final class Room implements AutoCloseable {
    static final int SAMPLE_RATE_HZ = 16_000;

    /** Tones of a crowd that enters at once are not all played one after another. */
    private static final int MOST_ANNOUNCEMENTS = 8;

    /**
     * In a larger room a talker's own mix, which only he hears, is encoded more quickly; what all
     * others share never is.
     */
    private static final int FEW = 4;

    /** A quarter of a second. */
    private static final int TICKS_BETWEEN_LOOKS = 12;

    private final RoomId id;
    private final Studio studio;
    private final List<RoomSeat> seats = new ArrayList<>();
    private final TalkerElection<RoomSeat> election = new TalkerElection<>();
    private final ConferenceMixer mixer = new ConferenceMixer(Frames.samples(SAMPLE_RATE_HZ));
    private final Map<AudioCodec, MixEncoder> shared = new EnumMap<>(AudioCodec.class);
    private final Deque<RoomPlayer> announcements = new ArrayDeque<>(2);
    private final short[] mix = new short[Frames.samples(SAMPLE_RATE_HZ)];

    /**
     * An empty room.
     *
     * @param id its name
     * @param studio its own
     */
    public Room(RoomId id, Studio studio) {
        this.id = id;
        this.studio = studio;
    }

    /**
     * Its name.
     *
     * @return the id
     */
    public RoomId id() {
        return id;
    }

    /**
     * Whether nobody is in it.
     *
     * @return true: it may be closed
     */
    public boolean isEmpty() {
        return seats.isEmpty();
    }

    void entered(EndpointId endpoint, Audience audience, Voice voice, Ear ear) {
        seats.add(new RoomSeat(endpoint, audience, voice, ear, studio));
    }

    void left(Ear ear) {
        for (int i = seats.size() - 1; i >= 0; i--) {
            if (seats.get(i).ear() == ear) {
                RoomSeat seat = seats.remove(i);
                tell(seat, false);
                seat.close();
            }
        }
    }

    /**
     * Plays sounds to everybody, over what they hear; after those that are played already.
     *
     * @param sounds in order
     * @param library where they are
     */
    public void play(List<Sound> sounds, SoundLibrary library) {
        if (announcements.size() < MOST_ANNOUNCEMENTS) {
            announcements.add(new RoomPlayer(library, sounds, SAMPLE_RATE_HZ));
        }
    }

    /**
     * Mixes and sends one frame to everybody.
     *
     * @param moment the tick
     */
    public void tick(Moment moment) {
        elect(moment);
        tellSpeakers(moment);
        mixer.begin();
        for (RoomSeat seat : seats) {
            if (election.hasFloor(seat)) {
                mixer.add(seat.frame());
            }
        }
        announce(moment);
        int voices = mixer.voices();
        for (RoomSeat seat : seats) {
            boolean heard = election.hasFloor(seat);
            boolean whisper = isWhisperedTo(seat);
            if (voices - (heard ? 1 : 0) == 0 && !whisper) {
                seat.ear().comfort(moment);
            } else if (heard || whisper) {
                sendOwn(seat, moment);
            } else {
                sendShared(seat.ear(), moment);
            }
        }
    }

    private boolean isWhisperedTo(RoomSeat seat) {
        for (RoomSeat other : seats) {
            if (other.whispersTo(seat)) {
                return true;
            }
        }
        return false;
    }

    /** Tells who is heard, only now and then: a page shows it, and words are longer than that. */
    private void tellSpeakers(Moment moment) {
        if (moment.tick() % TICKS_BETWEEN_LOOKS != 0) {
            return;
        }
        for (RoomSeat seat : seats) {
            tell(seat, election.hasFloor(seat));
        }
    }

    private void tell(RoomSeat seat, boolean heard) {
        if (seat.nowSpeaks(heard)) {
            studio.tell(new MediaEvent.Speaks(seat.endpoint(), heard));
        }
    }

    private void announce(Moment moment) {
        while (!announcements.isEmpty()) {
            if (announcements.getFirst().next(moment.tick(), mix)) {
                mixer.add(mix);
                return;
            }
            announcements.removeFirst();
        }
    }

    private void elect(Moment moment) {
        election.begin();
        for (RoomSeat seat : seats) {
            if (seat.listen(moment) && seat.isForAll()) {
                election.candidate(seat, seat.loudness());
            }
        }
        election.end();
    }

    private void sendOwn(RoomSeat seat, Moment moment) {
        AudioCodec codec = seat.ear().codec();
        if (codec == null) {
            return;
        }
        MixEncoder encoder = seat.own(codec, ownSettings());
        if (election.hasFloor(seat)) {
            mixer.everybodyBut(seat.frame(), mix);
        } else {
            mixer.everybody(mix);
        }
        for (RoomSeat other : seats) {
            if (other.whispersTo(seat)) {
                Frames.add(other.frame(), mix);
            }
        }
        encode(encoder, moment);
        seat.ear().send(encoder.payload(), 0, encoder.length(), moment);
    }

    private OpusSettings ownSettings() {
        return seats.size() <= FEW ? OpusSettings.VOICE : OpusSettings.QUICK_VOICE;
    }

    private void sendShared(Ear ear, Moment moment) {
        AudioCodec codec = ear.codec();
        if (codec == null) {
            return;
        }
        MixEncoder encoder =
                shared.computeIfAbsent(codec, name -> new MixEncoder(name, OpusSettings.VOICE));
        if (!encoder.doneAt(moment)) {
            mixer.everybody(mix);
            encode(encoder, moment);
        }
        ear.send(encoder.payload(), 0, encoder.length(), moment);
    }

    private void encode(MixEncoder encoder, Moment moment) {
        encoder.encode(mix, moment);
        studio.counters().count(Counter.CONFERENCE_ENCODINGS_TOTAL);
    }

    /**
     * Moves to another thread, with all who are in it.
     *
     * @param bench the other thread's
     */
    public void moveTo(Workbench bench) {
        studio.moveTo(bench);
        studio.settle();
    }

    /**
     * What whoever only listens heard at the last tick.
     *
     * @param out receives a frame of 16-bit mono at 16 kHz
     */
    public void heard(short[] out) {
        mixer.everybody(out);
    }

    @Override
    public void close() {
        seats.forEach(RoomSeat::close);
        seats.clear();
        shared.values().forEach(MixEncoder::close);
        shared.clear();
    }

    @Override
    public String toString() {
        return "Room(" + id + ", " + seats.size() + ") -> " + shared.keySet();
    }
}
