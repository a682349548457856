package org.sonnerie.e2e.bench;

import java.util.List;
import java.util.Locale;

/**
 * One measured number.
 *
 * @param what in words
 * @param value in the unit
 * @param unit such as ms
 * @param goal not above that; 0 = none
 */
record Figure(String what, double value, String unit, double goal) {
    /** The value below which a share of all measurements lie. */
    static double quantile(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        if (sorted.isEmpty()) {
            return Double.NaN;
        }
        int last = sorted.size() - 1;
        return sorted.get(Math.min(last, (int) Math.floor(sorted.size() * share)));
    }

    String row() {
        String aim = goal > 0 ? String.format(Locale.ROOT, "under %s", plain(goal)) : "";
        String met = goal > 0 && value >= goal ? "  <-- not met" : "";
        return String.format(
                Locale.ROOT, "%-64s %10s %-4s %-12s%s", what, plain(value), unit, aim, met);
    }

    private static String plain(double number) {
        return String.format(Locale.ROOT, number >= 100 ? "%.0f" : "%.2f", number);
    }
}
