package org.sonnerie.pbx.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.sonnerie.pbx.reports.Counts;

/**
 * Stacked bars, in a drawing of {@value #WIDTH} by {@value #HEIGHT}.
 *
 * @param answered the outline of the lowest parts of all bars
 * @param voicemail of those above
 * @param missed of those at the top
 * @param below words under the bars
 * @param beside lines across with their number
 */
record ReportPlot(
        String answered, String voicemail, String missed, List<Word> below, List<Word> beside) {
    static final int WIDTH = 720;
    static final int HEIGHT = 220;
    private static final int LEFT = 48;
    private static final int TOP = 12;
    private static final int BOTTOM = 192;
    private static final int MOST_WORDS = 12;
    private static final double GAP = 0.2;
    private static final long[] STEPS = {1, 2, 5};
    private static final int TEN = 10;

    /** A word at a place of the drawing. */
    record Word(String at, String text) {}

    static ReportPlot of(List<Counts> bars, IntFunction<String> words, Locale locale) {
        long most = bars.stream().mapToLong(Counts::calls).max().orElse(0);
        Scale scale = new Scale(bars, top(most));
        return new ReportPlot(
                scale.outline(_ -> 0L, Counts::answered),
                scale.outline(Counts::answered, Counts::toVoicemail),
                scale.outline(one -> one.answered() + one.toVoicemail(), Counts::missed),
                scale.below(words),
                scale.beside(locale));
    }

    /** The next of 2, 4, 10, 20, 40, 100 …: its half is a whole number. */
    private static long top(long most) {
        long ten = 2;
        while (true) {
            for (long step : STEPS) {
                if (step * ten >= most) {
                    return step * ten;
                }
            }
            ten *= TEN;
        }
    }

    /** Where what stands; {@code top} calls are as high as the drawing. */
    private record Scale(List<Counts> bars, long top) {
        private double width() {
            return (double) (WIDTH - LEFT) / Math.max(1, bars.size());
        }

        private double y(long calls) {
            return BOTTOM - (double) (BOTTOM - TOP) * calls / top;
        }

        String outline(ToLongFunction<Counts> under, ToLongFunction<Counts> part) {
            StringBuilder path = new StringBuilder();
            for (int i = 0; i < bars.size(); i++) {
                long from = under.applyAsLong(bars.get(i));
                long many = part.applyAsLong(bars.get(i));
                if (many > 0) {
                    double wide = width() * (1 - GAP);
                    path.append(
                            String.format(
                                    Locale.ROOT,
                                    "M%.1f %.1fh%.1fV%.1fh%.1fz",
                                    LEFT + width() * (i + GAP / 2),
                                    y(from),
                                    wide,
                                    y(from + many),
                                    -wide));
                }
            }
            return path.toString();
        }

        List<Word> below(IntFunction<String> words) {
            int each = Math.ceilDiv(Math.max(1, bars.size()), MOST_WORDS);
            List<Word> below = new ArrayList<>();
            for (int i = 0; i < bars.size(); i += each) {
                below.add(new Word(place(LEFT + width() * (i + 0.5)), words.apply(i)));
            }
            return below;
        }

        List<Word> beside(Locale locale) {
            return Stream.of(0L, top / 2, top)
                    .map(calls -> new Word(place(y(calls)), ReportWords.number(calls, locale)))
                    .toList();
        }

        private static String place(double at) {
            return String.format(Locale.ROOT, "%.1f", at);
        }
    }
}
