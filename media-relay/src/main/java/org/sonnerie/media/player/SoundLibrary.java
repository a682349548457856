package org.sonnerie.media.player;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.sonnerie.media.api.AudioCodec;
import org.sonnerie.media.api.Sound;
import org.sonnerie.media.api.Sound.ToneKind;
import org.sonnerie.media.api.SoundFiles;
import org.sonnerie.media.codec.AudioDecoder;
import org.sonnerie.media.codec.AudioEncoder;
import org.sonnerie.media.codec.Codec;
import org.sonnerie.media.codec.OpusSettings;

/**
 * All sounds that can be played, encoded once for each codec: prompts and music are stored as Opus;
 * G.711, tones and samples for rooms are made of that on first use, or before by {@link #warmUp}.
 * Recorded sounds are read for each programme anew. Thread safe.
 */
public final class SoundLibrary {
    private static final int TONE_RATE_HZ = 16_000;
    private static final int SILENT_FRAMES_ENCODED = 10;

    // Only tones and silence are encoded to Opus here: the cheapest way is as good.
    private static final OpusSettings TONE_SETTINGS = OpusSettings.VOICE.withComplexity(0);

    private final StoredSounds stored;
    private final SharedReads sharedReads = new SharedReads();
    private final RecordedFiles recorded;
    private final Map<EncodedKey, EncodedSound> encoded = new ConcurrentHashMap<>();
    private final Map<PcmKey, PcmSound> pcm = new ConcurrentHashMap<>();
    private final Map<AudioCodec, EncodedSound> silence = new ConcurrentHashMap<>();

    private record EncodedKey(Sound sound, AudioCodec codec) {}

    private record PcmKey(Sound sound, int sampleRateHz) {}

    private SoundLibrary(StoredSounds stored, RecordedFiles recorded) {
        this.stored = stored;
        this.recorded = recorded;
    }

    /**
     * Reads the sounds in the jar.
     *
     * @param readers reads recorded sounds, which blocks and takes some milliseconds of processor
     *     time for each minute, on threads of its own
     * @param unreadable told each time that a recorded sound cannot be read
     * @param files where recorded sounds are
     * @return the library
     * @throws IllegalStateException if the jar is broken
     */
    public static SoundLibrary load(Executor readers, Runnable unreadable, SoundFiles files) {
        return new SoundLibrary(StoredSounds.read(), new RecordedFiles(readers, unreadable, files));
    }

    /**
     * Whether a sound can be played as asked for. Another language, country or piece of music is
     * replaced by the default one; a prompt that does not exist at all is left out.
     *
     * @param sound which
     * @return false only for an unknown prompt
     */
    public boolean has(Sound sound) {
        return switch (sound) {
            case Sound.Prompt(String language, String name) ->
                    stored.prompt(language, name).isPresent();
            case Sound.Music music -> true;
            case Sound.Tone tone -> true;
            case Sound.Pause pause -> true;
            case Sound.Recorded recording -> true;
        };
    }

    /**
     * The prompts that {@link #has} answers with true.
     *
     * @param language which they are asked for in
     * @return their names
     */
    public Set<String> prompts(String language) {
        return stored.prompts(language);
    }

    /**
     * The languages in which prompts were spoken; in any other one they are played in English.
     *
     * @return such as {@code en}
     */
    public Set<String> languages() {
        return stored.languages();
    }

    /**
     * Makes what would else be made when it is first heard: silence, the usual music and the tones
     * of the default country, for all codecs. Takes about a tenth of a second of processor time;
     * what is left takes some milliseconds each, once.
     */
    public void warmUp() {
        for (AudioCodec codec : AudioCodec.values()) {
            encoded(new Sound.Pause(20), codec);
            encoded(new Sound.Music(StoredSounds.DEFAULT_MUSIC), codec);
            for (ToneKind kind : ToneKind.values()) {
                encoded(new Sound.Tone(kind, Tones.DEFAULT_COUNTRY), codec);
            }
        }
    }

    /**
     * The sounds of one programme in a codec; those that are recorded begin to be read. What is
     * heard over and over is shared by all who hear it.
     */
    Function<Sound, EncodedSound> encoded(List<Sound> sounds, boolean repeat, AudioCodec codec) {
        EncodedSound silent = silence(codec);
        var reader =
                recorded.reader(
                        file -> RecordedFiles.encoded(file, codec),
                        silent.stretched(RecordedFiles.UNREADABLE_FRAMES));
        RecordedSounds<EncodedSound> files =
                new RecordedSounds<>(
                        sounds, repeat ? sharedReads.of(codec, reader) : reader, silent.waiting());
        return sound ->
                sound instanceof Sound.Recorded file ? files.get(file) : encoded(sound, codec);
    }

    /** The sounds of one programme as samples; those that are recorded begin to be read. */
    Function<Sound, PcmSound> pcm(List<Sound> sounds, int sampleRateHz) {
        int samples = sampleRateHz / Codec.FRAMES_PER_SECOND;
        RecordedSounds<PcmSound> files =
                new RecordedSounds<>(
                        sounds,
                        recorded.reader(
                                file -> RecordedFiles.pcm(file, sampleRateHz),
                                PcmSound.silence(samples, RecordedFiles.UNREADABLE_FRAMES)),
                        PcmSound.waiting(samples));
        return sound ->
                sound instanceof Sound.Recorded file ? files.get(file) : pcm(sound, sampleRateHz);
    }

    /** A sound in a codec; shared. */
    EncodedSound encoded(Sound sound, AudioCodec codec) {
        return switch (sound) {
            case Sound.Pause(int millis) -> silence(codec).stretched(Math.max(1, millis / 20));
            case Sound.Prompt prompt when !has(prompt) -> silence(codec).stretched(0);
            case Sound.Prompt prompt -> cached(prompt, codec);
            case Sound.Music music -> cached(known(music), codec);
            case Sound.Tone tone -> cached(known(tone), codec);
            case Sound.Recorded recording -> throw new IllegalArgumentException("never shared");
        };
    }

    /** A sound as samples; shared. */
    PcmSound pcm(Sound sound, int sampleRateHz) {
        int samplesPerFrame = sampleRateHz / Codec.FRAMES_PER_SECOND;
        return switch (sound) {
            case Sound.Pause(int millis) ->
                    PcmSound.silence(samplesPerFrame, Math.max(1, millis / 20));
            case Sound.Prompt prompt when !has(prompt) -> PcmSound.silence(samplesPerFrame, 0);
            case Sound.Prompt prompt -> cached(prompt, sampleRateHz);
            case Sound.Music music -> cached(known(music), sampleRateHz);
            case Sound.Tone tone -> cached(known(tone), sampleRateHz);
            case Sound.Recorded recording -> throw new IllegalArgumentException("never shared");
        };
    }

    private EncodedSound cached(Sound sound, AudioCodec codec) {
        return encoded.computeIfAbsent(new EncodedKey(sound, codec), this::make);
    }

    private PcmSound cached(Sound sound, int sampleRateHz) {
        return pcm.computeIfAbsent(new PcmKey(sound, sampleRateHz), this::make);
    }

    private Sound known(Sound.Music music) {
        return stored.hasMusic(music.name()) ? music : new Sound.Music(StoredSounds.DEFAULT_MUSIC);
    }

    private static Sound known(Sound.Tone tone) {
        return new Sound.Tone(tone.kind(), Tones.country(tone.country()));
    }

    private EncodedSound make(EncodedKey key) {
        if (key.codec() != AudioCodec.OPUS || key.sound() instanceof Sound.Tone) {
            Codec codec = Codec.of(key.codec(), TONE_RATE_HZ);
            return encode(cached(key.sound(), codec.sampleRateHz()), codec);
        }
        return switch (key.sound()) {
            case Sound.Prompt(String language, String name) ->
                    EncodedSound.of(
                            stored.prompt(language, name).orElseThrow(), 0, Playable.Ending.ENDS);
            case Sound.Music(String name) ->
                    EncodedSound.of(
                            stored.music(name),
                            StoredSounds.MUSIC_LEAD_IN,
                            Playable.Ending.LOOPS_FOR_ALL);
            case Sound.Tone tone -> throw new IllegalArgumentException("made above");
            case Sound.Pause pause -> throw new IllegalArgumentException("never cached");
            case Sound.Recorded recording -> throw new IllegalArgumentException("never shared");
        };
    }

    private PcmSound make(PcmKey key) {
        int rate = key.sampleRateHz();
        return switch (key.sound()) {
            case Sound.Prompt(String language, String name) ->
                    decode(
                            stored.prompt(language, name).orElseThrow(),
                            rate,
                            0,
                            Playable.Ending.ENDS);
            case Sound.Music(String name) ->
                    decode(
                            stored.music(name),
                            rate,
                            StoredSounds.MUSIC_LEAD_IN,
                            Playable.Ending.LOOPS_FOR_ALL);
            case Sound.Tone(ToneKind kind, String country) ->
                    Tones.render(Tones.cadence(kind, country), rate);
            case Sound.Pause pause -> throw new IllegalArgumentException("never cached");
            case Sound.Recorded recording -> throw new IllegalArgumentException("never shared");
        };
    }

    private static PcmSound decode(
            List<byte[]> packets, int sampleRateHz, int loopStart, Playable.Ending ending) {
        Codec codec = Codec.opus(sampleRateHz);
        int samplesPerFrame = codec.samplesPerFrame();
        short[] samples = new short[packets.size() * samplesPerFrame];
        short[] frame = new short[codec.samplesPerPacketAtMost()];
        try (AudioDecoder decoder = codec.newDecoder()) {
            for (int i = 0; i < packets.size(); i++) {
                byte[] packet = packets.get(i);
                int count = decoder.decode(packet, 0, packet.length, frame);
                if (count != samplesPerFrame) {
                    throw new IllegalStateException("a stored packet is not of 20 ms");
                }
                System.arraycopy(frame, 0, samples, i * samplesPerFrame, samplesPerFrame);
            }
        }
        return new PcmSound(samples, samplesPerFrame, loopStart, ending);
    }

    static EncodedSound encode(PcmSound sound, Codec codec) {
        List<byte[]> frames = new ArrayList<>(sound.frames());
        short[] pcm = new short[codec.samplesPerFrame()];
        byte[] out = new byte[AudioEncoder.MAXIMAL_FRAME_LENGTH];
        int silent = 0;
        try (AudioEncoder encoder = codec.newEncoder(TONE_SETTINGS)) {
            for (int i = 0; i < sound.frames(); i++) {
                silent = sound.isSilent(i) ? silent + 1 : 0;
                if (silent > SILENT_FRAMES_ENCODED) {
                    // The long pauses of a tone: the same frame again, at no cost.
                    frames.add(frames.getLast());
                    continue;
                }
                sound.copy(i, pcm);
                byte[] encoded = new byte[encoder.encode(pcm, out, 0)];
                System.arraycopy(out, 0, encoded, 0, encoded.length);
                frames.add(encoded);
            }
        }
        return EncodedSound.of(frames, sound.loopStart(), sound.ending());
    }

    private EncodedSound silence(AudioCodec codec) {
        return silence.computeIfAbsent(codec, SoundLibrary::encodeSilence);
    }

    /** The frame into which an encoder settles when it is given silence. */
    private static EncodedSound encodeSilence(AudioCodec name) {
        Codec codec = Codec.of(name, TONE_RATE_HZ);
        short[] pcm = new short[codec.samplesPerFrame() * SILENT_FRAMES_ENCODED];
        PcmSound sound = new PcmSound(pcm, codec.samplesPerFrame(), 0, Playable.Ending.ENDS);
        return encode(sound, codec).last();
    }
}
