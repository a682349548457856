package org.sonnerie.e2e.sound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A tone of call progress with its rhythm, such as "busy": pitches and pauses one after another,
 * over and over.
 *
 * @param parts in order, no two of the same pitch
 */
public record Cadence(List<Part> parts) {
    private static final int FRAME = Reference.RATE_HZ / 50;
    private static final int FRAME_MILLIS = 20;
    private static final int TOLERANCE_MILLIS = 60;
    private static final double TOLERANCE = 0.15;
    private static final int DRAWN_OUT_MILLIS = 150;
    private static final int LEAST_WHOLE_PARTS = 3;
    private static final int FRAMES_OF_CHANGE = 2;
    private static final int AMPLITUDE = 8000;
    private static final int SOMETHING_ELSE = -1;

    /** Copies the list. */
    public Cadence {
        parts = List.copyOf(parts);
    }

    /**
     * A pitch, or a pause.
     *
     * @param frequencyHz 0: silence
     * @param millis how long
     */
    public record Part(int frequencyHz, int millis) {}

    /**
     * A cadence.
     *
     * @param frequenciesAndMillis by turns; frequency 0 is a pause
     * @return it
     */
    public static Cadence of(int... frequenciesAndMillis) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < frequenciesAndMillis.length; i += 2) {
            parts.add(new Part(frequenciesAndMillis[i], frequenciesAndMillis[i + 1]));
        }
        return new Cadence(parts);
    }

    /**
     * The same drawn together.
     *
     * @param factor 2: each part lasts half as long
     * @return the same pitches
     */
    public Cadence fasterBy(double factor) {
        return new Cadence(
                parts.stream()
                        .map(part ->
                                new Part(
                                        part.frequencyHz(),
                                        (int) Math.round(part.millis() / factor)))
                        .toList());
    }

    /**
     * What it sounds like.
     *
     * @return once, 8 kHz
     */
    public short[] sound() {
        int millis = parts.stream().mapToInt(Part::millis).sum();
        short[] sound = new short[millis * Reference.RATE_HZ / 1000];
        int end = 0;
        int at = 0;
        for (Part part : parts) {
            end += part.millis() * Reference.RATE_HZ / 1000;
            double turn = 2 * Math.PI * part.frequencyHz() / Reference.RATE_HZ;
            for (; at < end; at++) {
                sound[at] = (short) Math.round(AMPLITUDE * Math.sin(turn * at));
            }
        }
        return sound;
    }

    /**
     * Looks for what does not belong to it: another order, or lengths that are wrong as a rule. A
     * browser draws out one part or another when packets come late: a quarter may be so. It may
     * also swallow the very beginning of what it plays, so that the first part after an opening
     * silence is no measure.
     *
     * @param sound 8 kHz; its first stretch, its first pitch and its last stretch may be cut
     * @return what was heard, if it is not this from the first whole part to the last
     */
    public Optional<String> faultIn(short[] sound) {
        List<Part> heard = stretches(sound);
        int first = heard.getFirst().frequencyHz() == 0 ? 2 : 1;
        int last = Math.max(first, heard.size() - 1);
        List<Part> whole = heard.size() <= first ? List.of() : heard.subList(first, last);
        boolean right =
                whole.size() >= LEAST_WHOLE_PARTS
                        && isInOrder(whole)
                        && parts.stream().allMatch(part -> isUsuallyAsLong(part, whole));
        return right ? Optional.empty() : Optional.of("heard " + heard);
    }

    private boolean isInOrder(List<Part> whole) {
        int place = placeOf(whole.getFirst());
        int drawnOut = 0;
        for (Part heard : whole) {
            if (place < 0 || heard.frequencyHz() != parts.get(place).frequencyHz()) {
                return false;
            }
            int off = Math.abs(heard.millis() - parts.get(place).millis());
            drawnOut += off > DRAWN_OUT_MILLIS ? 1 : 0;
            place = (place + 1) % parts.size();
        }
        return drawnOut <= (whole.size() + 3) / 4;
    }

    private static boolean isUsuallyAsLong(Part wanted, List<Part> whole) {
        int[] lengths =
                whole.stream()
                        .filter(heard -> heard.frequencyHz() == wanted.frequencyHz())
                        .mapToInt(Part::millis)
                        .sorted()
                        .toArray();
        double tolerance = Math.max(TOLERANCE_MILLIS, wanted.millis() * TOLERANCE);
        return lengths.length < 2
                || Math.abs(lengths[(lengths.length - 1) / 2] - wanted.millis()) <= tolerance;
    }

    private int placeOf(Part heard) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).frequencyHz() == heard.frequencyHz()) {
                return i;
            }
        }
        return SOMETHING_ELSE;
    }

    /** What is heard one after another; the frames in which it changes count to what was. */
    private List<Part> stretches(short[] sound) {
        List<Part> stretches = new ArrayList<>();
        int pitch = pitchOf(sound, 0);
        int millis = 0;
        int unclear = 0;
        for (int at = 0; at + FRAME <= sound.length; at += FRAME) {
            int next = pitchOf(sound, at);
            unclear = next == SOMETHING_ELSE ? unclear + 1 : 0;
            boolean changing = unclear > 0 && unclear <= FRAMES_OF_CHANGE;
            if (!changing && next != pitch) {
                stretches.add(new Part(pitch, millis));
                pitch = next;
                millis = 0;
            }
            millis += FRAME_MILLIS;
        }
        stretches.add(new Part(pitch, millis));
        return stretches;
    }

    private int pitchOf(short[] sound, int from) {
        if (Tone.isSilent(sound, from)) {
            return 0;
        }
        for (Part part : parts) {
            if (part.frequencyHz() > 0 && Tone.of(part.frequencyHz()).isOn(sound, from)) {
                return part.frequencyHz();
            }
        }
        return SOMETHING_ELSE;
    }
}
