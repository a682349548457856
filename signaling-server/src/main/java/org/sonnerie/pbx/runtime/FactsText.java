package org.sonnerie.pbx.runtime;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.quality.LegSecond;
import org.sonnerie.pbx.quality.PageSecond;

/**
 * Seconds as text: a line each, of numbers between commas; a zero is left out, and so are the
 * commas at the end. A good second of a call takes some 15 octets.
 *
 * <pre>
 * milliseconds since the first line's, codec,
 * in: packets, lost, late, concealed, voiced, jitter,
 * out: packets, then of the report: 1 if there is one, lost permille, jitter, round trip,
 * 1 if closed + 2 if moved, late ticks,
 * 1 if its page said something: packets, lost, made up, jitter, round trip
 * </pre>
 */
final class FactsText {
    private static final int FIELDS = 21;
    private static final int CLOSED = 1;
    private static final int MOVED = 2;

    private FactsText() {}

    static String write(List<LegSecond> seconds) {
        StringBuilder text = new StringBuilder(seconds.size() * 32);
        Instant first = seconds.getFirst().at();
        for (LegSecond second : seconds) {
            write(second, first, text);
            int end = text.length();
            while (end > 0 && text.charAt(end - 1) == ',') {
                end--;
            }
            text.setLength(end);
            text.append('\n');
        }
        return text.toString();
    }

    private static void write(LegSecond second, Instant first, StringBuilder text) {
        number(text, second.at().toEpochMilli() - first.toEpochMilli());
        text.append(second.codec()).append(',');
        LegSecond.In in = second.in();
        number(text, in.packets());
        number(text, in.lost());
        number(text, in.late());
        number(text, in.concealed());
        number(text, in.voiced());
        number(text, in.jitterMillis());
        number(text, second.out().packets());
        Optional<LegSecond.Report> report = second.out().report();
        number(text, report.isPresent() ? 1 : 0);
        number(text, report.map(LegSecond.Report::lostPermille).orElse(0));
        number(text, report.map(LegSecond.Report::jitterMillis).orElse(0));
        number(text, report.map(LegSecond.Report::roundTripMillis).orElse(0));
        number(text, (second.open() ? 0 : CLOSED) + (second.moved() ? MOVED : 0));
        number(text, second.lateTicks());
        second.page()
                .ifPresent(page -> {
                    number(text, 1);
                    number(text, page.packets());
                    number(text, page.lost());
                    number(text, page.concealedMillis());
                    number(text, page.jitterMillis());
                    number(text, page.roundTripMillis());
                });
    }

    private static void number(StringBuilder text, long number) {
        if (number != 0) {
            text.append(number);
        }
        text.append(',');
    }

    /**
     * Reads them back.
     *
     * @throws IllegalArgumentException if the text is none of these
     */
    static List<LegSecond> read(String text, Instant first) {
        return text.lines().map(line -> second(line.split(",", -1), first)).toList();
    }

    private static LegSecond second(String[] written, Instant first) {
        String[] all = Arrays.copyOf(written, Math.max(FIELDS, written.length));
        Numbers numbers = new Numbers(all);
        int flags = numbers.at(13);
        return new LegSecond(
                first.plusMillis(numbers.at(0)),
                all[1] == null ? "" : all[1],
                new LegSecond.In(
                        numbers.at(2),
                        numbers.at(3),
                        numbers.at(4),
                        numbers.at(5),
                        numbers.at(6),
                        numbers.at(7)),
                new LegSecond.Out(numbers.at(8), report(numbers)),
                (flags & CLOSED) == 0,
                (flags & MOVED) != 0,
                numbers.at(14),
                page(numbers));
    }

    private static Optional<PageSecond> page(Numbers numbers) {
        return numbers.at(15) == 0
                ? Optional.empty()
                : Optional.of(
                        new PageSecond(
                                numbers.at(16),
                                numbers.at(17),
                                numbers.at(18),
                                numbers.at(19),
                                numbers.at(20)));
    }

    private static Optional<LegSecond.Report> report(Numbers numbers) {
        return numbers.at(9) == 0
                ? Optional.empty()
                : Optional.of(new LegSecond.Report(numbers.at(10), numbers.at(11), numbers.at(12)));
    }

    /** The fields of a line; what is left out is 0. */
    private static final class Numbers {
        private final String[] fields;

        Numbers(String[] fields) {
            this.fields = fields;
        }

        int at(int place) {
            String field = fields[place];
            return field == null || field.isEmpty() ? 0 : Integer.parseInt(field);
        }
    }
}
