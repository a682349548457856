package org.sonnerie.e2e.sound;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One second of a recording and what was recognised in it. */
public final class Second {
    private static final double SILENT_RMS = 30;

    private final int from;
    private final short[] sound;
    private final Map<String, Match> matches;
    private final Set<String> heard = new TreeSet<>();

    Second(int from, short[] sound, List<Reference> known) {
        this.from = from;
        this.sound = sound.clone();
        Map<String, Match> found = new TreeMap<>();
        for (Reference reference : known) {
            Match match = reference.find(sound);
            found.put(reference.name(), match);
            if (match.ncc() >= reference.threshold() && !isSilent()) {
                heard.add(reference.name());
            }
        }
        matches = Map.copyOf(found);
    }

    /**
     * Who and what is heard.
     *
     * @return names of references
     */
    public Set<String> heard() {
        return Set.copyOf(heard);
    }

    /**
     * Whether these are heard, and nothing else that is known.
     *
     * @param names of references
     * @return true if so
     */
    public boolean hearsOnly(String... names) {
        return heard.equals(Set.of(names));
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
                heard,
                new TreeMap<>(matches));
    }
}
