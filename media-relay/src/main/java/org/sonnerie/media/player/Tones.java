package org.sonnerie.media.player;

import java.util.List;
import java.util.Locale;
import org.sonnerie.media.api.Sound.ToneKind;

/**
 * The call progress tones of some countries (ITU-T E.180 supplement 2). Where a country is not
 * listed, those of France.
 */
final class Tones {
    static final String DEFAULT_COUNTRY = "FR";

    private static final List<String> COUNTRIES = List.of(DEFAULT_COUNTRY, "DE", "GB", "US");

    private static final double LOUDNESS = 0.18;
    private static final int RAMP_MILLIS = 5;

    /**
     * One part of a tone.
     *
     * @param millis how long; parts of one tone add up to a multiple of 10
     * @param hertz sounded together; none: silence
     */
    record Part(int millis, List<Integer> hertz) {}

    /**
     * A tone.
     *
     * @param endless repeats until something else is heard
     * @param parts in order
     */
    record Cadence(boolean endless, List<Part> parts) {
        int millis() {
            int sum = 0;
            for (Part part : parts) {
                sum += part.millis();
            }
            return sum;
        }

        boolean isContinuous() {
            return endless && parts.size() == 1;
        }
    }

    private static final Cadence SPECIAL_INFORMATION =
            endless(part(330, 950), part(330, 1400), part(330, 1800), part(1000));

    private Tones() {}

    /** The listed country that stands for a given one. */
    static String country(String given) {
        String upper = given.toUpperCase(Locale.ROOT);
        return switch (upper) {
            case "CA" -> "US";
            default -> COUNTRIES.contains(upper) ? upper : DEFAULT_COUNTRY;
        };
    }

    static Cadence cadence(ToneKind kind, String country) {
        return switch (kind) {
            case ENTER -> new Cadence(false, List.of(part(100, 660), part(140, 880)));
            case LEAVE -> new Cadence(false, List.of(part(100, 660), part(140, 495)));
            case BEEP -> new Cadence(false, List.of(part(400, 1000)));
            case RING_BACK, BUSY, ERROR, UNOBTAINABLE ->
                    switch (country(country)) {
                        case "DE" -> german(kind);
                        case "GB" -> british(kind);
                        case "US" -> american(kind);
                        default -> french(kind);
                    };
        };
    }

    private static Cadence french(ToneKind kind) {
        return switch (kind) {
            case RING_BACK -> onAndOff(1500, 3500, 440);
            case BUSY -> onAndOff(500, 500, 440);
            case ERROR -> onAndOff(250, 250, 440);
            case UNOBTAINABLE, ENTER, LEAVE, BEEP -> SPECIAL_INFORMATION;
        };
    }

    private static Cadence german(ToneKind kind) {
        return switch (kind) {
            case RING_BACK -> onAndOff(1000, 4000, 425);
            case BUSY -> onAndOff(480, 480, 425);
            case ERROR -> onAndOff(240, 240, 425);
            case UNOBTAINABLE, ENTER, LEAVE, BEEP -> SPECIAL_INFORMATION;
        };
    }

    private static Cadence american(ToneKind kind) {
        return switch (kind) {
            case RING_BACK -> onAndOff(2000, 4000, 440, 480);
            case BUSY -> onAndOff(500, 500, 480, 620);
            case ERROR -> onAndOff(250, 250, 480, 620);
            case UNOBTAINABLE, ENTER, LEAVE, BEEP -> SPECIAL_INFORMATION;
        };
    }

    private static Cadence british(ToneKind kind) {
        return switch (kind) {
            case RING_BACK ->
                    endless(part(400, 400, 450), part(200), part(400, 400, 450), part(2000));
            case BUSY -> onAndOff(375, 375, 400);
            case ERROR -> endless(part(400, 400), part(350), part(225, 400), part(525));
            case UNOBTAINABLE, ENTER, LEAVE, BEEP -> endless(part(1000, 400));
        };
    }

    private static Part part(int millis, Integer... hertz) {
        return new Part(millis, List.of(hertz));
    }

    private static Cadence endless(Part... parts) {
        return new Cadence(true, List.of(parts));
    }

    private static Cadence onAndOff(int onMillis, int offMillis, Integer... hertz) {
        return endless(part(onMillis, hertz), part(offMillis));
    }

    /** Renders a tone as whole frames; an endless one so that it can be repeated. */
    static PcmSound render(Cadence cadence, int sampleRateHz) {
        // A continuous tone is rendered twice and loops over its second half, where an encoder has
        // settled; one of half frames is rendered twice to make them whole.
        boolean twice = cadence.isContinuous() || cadence.millis() % 20 != 0;
        int samplesPerMilli = sampleRateHz / 1000;
        int period = cadence.millis() * samplesPerMilli;
        short[] samples = new short[twice ? 2 * period : period];
        for (int start = 0; start < samples.length; start += period) {
            int at = start;
            for (Part part : cadence.parts()) {
                sound(samples, at, part, cadence.isContinuous(), samplesPerMilli);
                at += part.millis() * samplesPerMilli;
            }
        }
        int samplesPerFrame = sampleRateHz / 50;
        return new PcmSound(
                samples,
                samplesPerFrame,
                cadence.isContinuous() ? period / samplesPerFrame : 0,
                cadence.endless() ? Playable.Ending.LOOPS : Playable.Ending.ENDS);
    }

    private static void sound(
            short[] samples, int at, Part part, boolean continuous, int samplesPerMilli) {
        int count = part.millis() * samplesPerMilli;
        double ramp = RAMP_MILLIS * samplesPerMilli;
        double loudness = LOUDNESS / Math.sqrt(Math.max(1, part.hertz().size()));
        for (int i = 0; i < count && !part.hertz().isEmpty(); i++) {
            double sum = 0;
            for (int hertz : part.hertz()) {
                sum += Math.sin(2 * Math.PI * hertz * i / (samplesPerMilli * 1000.0));
            }
            double edge = continuous ? 1 : Math.min(1, Math.min(i, count - i) / ramp);
            samples[at + i] = (short) Math.round(sum * loudness * edge * Short.MAX_VALUE);
        }
    }
}
