package org.sonnerie.media.endpoint;

import org.jspecify.annotations.Nullable;
import org.sonnerie.media.api.Audience;
import org.sonnerie.media.api.AudioCodec;
import org.sonnerie.media.api.EndpointId;
import org.sonnerie.media.audio.AudioLevel;
import org.sonnerie.media.audio.Frames;
import org.sonnerie.media.audio.TalkerDetector;
import org.sonnerie.media.codec.OpusSettings;

/** One who is in a room: what he says, what he hears. Owned by one media thread. */
final class RoomSeat implements AutoCloseable {
    private final EndpointId endpoint;
    private final Audience audience;
    private final Voice voice;
    private final Ear ear;
    private final TalkerDetector detector = new TalkerDetector();
    private short[] frame;
    private @Nullable MixEncoder own;
    private boolean speaks;
    private boolean talks;

    RoomSeat(EndpointId endpoint, Audience audience, Voice voice, Ear ear, Studio studio) {
        this.endpoint = endpoint;
        this.audience = audience;
        this.voice = voice;
        this.ear = ear;
        this.frame = studio.silence();
        voice.forgetLevel();
    }

    /**
     * Listens for a tick. Decodes only who may be talking: whoever's sender declares silence (RFC
     * 6464) costs nothing; whoever's sender declares nothing is measured.
     *
     * @return true while he talks
     */
    boolean listen(Moment moment) {
        talks = listens(moment);
        return talks;
    }

    private boolean listens(Moment moment) {
        int level = voice.takeLevel();
        if (level == AgreedMedia.NONE) {
            frame = voice.frame(Room.SAMPLE_RATE_HZ, moment, true);
            return detector.update(AudioLevel.of(frame, Frames.samples(Room.SAMPLE_RATE_HZ)));
        }
        boolean talking = detector.update(level);
        frame = voice.frame(Room.SAMPLE_RATE_HZ, moment, talking);
        return talking;
    }

    /** Whether everybody is to hear him. */
    boolean isForAll() {
        return switch (audience) {
            case Audience.Everybody _ -> true;
            case Audience.Nobody _, Audience.OnlyOne _ -> false;
        };
    }

    /** Whether he talks now, and only this other one hears it. */
    boolean whispersTo(RoomSeat other) {
        return talks
                && audience instanceof Audience.OnlyOne(EndpointId one)
                && one.equals(other.endpoint);
    }

    EndpointId endpoint() {
        return endpoint;
    }

    /** Takes note of whether he is heard; true if that is news. */
    boolean nowSpeaks(boolean heard) {
        boolean news = heard != speaks;
        speaks = heard;
        return news;
    }

    double loudness() {
        return detector.loudness();
    }

    short[] frame() {
        return frame;
    }

    Ear ear() {
        return ear;
    }

    /** The encoding of what only he hears: everybody else. */
    MixEncoder own(AudioCodec codec, OpusSettings settings) {
        MixEncoder present = own;
        if (present == null || !present.suits(codec, settings)) {
            close();
            present = new MixEncoder(codec, settings);
            own = present;
        }
        return present;
    }

    @Override
    public void close() {
        MixEncoder present = own;
        if (present != null) {
            present.close();
            own = null;
        }
    }
}
