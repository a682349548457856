package org.sonnerie.e2e.sound;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One second of a recording and what was recognised in it. */
public final class Second {
    /**
     * From this correlation on a sound counts as heard. Strangers reach 0.2, one of three who talk
     * at once 0.5, a single voice through Opus 0.9, through G.711 0.999.
     */
    public static final double HEARD = 0.32;

    private static final double SILENT_RMS = 30;

    private final int from;
    private final short[] sound;
    private final Map<String, Match> matches;

    Second(int from, short[] sound, Map<String, Match> matches) {
        this.from = from;
        this.sound = sound.clone();
        this.matches = Map.copyOf(matches);
    }

    /**
     * Who and what is heard.
     *
     * @return names of references
     */
    public Set<String> heard() {
        Set<String> names = new TreeSet<>();
        if (!isSilent()) {
            matches.forEach((name, match) -> addIfHeard(names, name, match));
        }
        return names;
    }

    private static void addIfHeard(Set<String> names, String name, Match match) {
        if (match.ncc() >= HEARD) {
            names.add(name);
        }
    }

    /**
     * Whether these are heard, and nothing else that is known.
     *
     * @param names of references
     * @return true if so
     */
    public boolean hearsOnly(String... names) {
        return heard().equals(Set.of(names));
    }

    /**
     * How well one fits.
     *
     * @param name of a reference
     * @return its best place
     */
    public Match match(String name) {
        return matches.getOrDefault(name, Match.NONE);
    }

    /**
     * Whether nothing is to be heard.
     *
     * @return true below -60 dBFS
     */
    public boolean isSilent() {
        return rms() < SILENT_RMS;
    }

    /**
     * Whether it is mostly a tone.
     *
     * @param tone which
     * @param share of the second, 0 to 1
     * @return true if at least so much of it is
     */
    public boolean isTone(Tone tone, double share) {
        return tone.share(sound) >= share;
    }

    /**
     * Loudness.
     *
     * @return root of the mean square
     */
    public double rms() {
        double sum = 0;
        for (short sample : sound) {
            sum += (double) sample * sample;
        }
        return Math.sqrt(sum / sound.length);
    }

    /**
     * Where it begins.
     *
     * @return samples from the beginning of the recording
     */
    public int from() {
        return from;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%6.1f s: rms %5.0f, hears %s %s",
                from / (double) Reference.RATE_HZ,
                rms(),
                heard(),
                matches);
    }
}
