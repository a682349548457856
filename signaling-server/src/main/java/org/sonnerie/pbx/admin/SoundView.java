package org.sonnerie.pbx.admin;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sonnerie.pbx.history.LegFacts;
import org.sonnerie.pbx.quality.LegSecond;

/**
 * One leg's sound as the page of a call shows it.
 *
 * @param who whose
 * @param length how many seconds are drawn, at least 1
 * @param lostFrom a line of loss from there, in the drawing's coordinates: x a second, y 0 to 40
 * @param lostTo likewise of loss to there
 * @param rows the seconds themselves, those after the first {@value #MOST_ROWS} left out
 * @param leftOut how many are left out
 */
record SoundView(
        String who, int length, String lostFrom, String lostTo, List<Row> rows, int leftOut) {
    /** A quarter of an hour; more of it by REST. */
    private static final int MOST_ROWS = 900;

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final int HEIGHT = 40;
    private static final double HEIGHT_OF_A_PERCENT = 1.5;

    /** One second. */
    record Row(String at, String in, String out, String codec) {}

    static SoundView of(LegFacts leg, ZoneId zone, Words words) {
        List<LegSecond> all = leg.seconds();
        return new SoundView(
                (leg.who().name() + " " + leg.who().number()).strip(),
                Math.max(1, all.size()),
                line(all.stream().map(SoundView::lostFrom).toList()),
                line(all.stream().map(SoundView::lostTo).toList()),
                all.stream().limit(MOST_ROWS).map(second -> row(second, zone, words)).toList(),
                Math.max(0, all.size() - MOST_ROWS));
    }

    /** Says a text of the bundles. */
    interface Words {
        String say(String key, Object... parts);
    }

    private static double lostFrom(LegSecond second) {
        int lost = Math.max(0, second.in().lost());
        return lost == 0 ? 0 : 100.0 * lost / (lost + second.in().packets());
    }

    private static double lostTo(LegSecond second) {
        return second.out().report().map(said -> said.lostPermille() / 10.0).orElse(0.0);
    }

    private static String line(List<Double> percents) {
        return IntStream.range(0, percents.size())
                .mapToObj(i ->
                        String.format(
                                Locale.ROOT,
                                "%d,%.1f",
                                i,
                                HEIGHT - Math.min(HEIGHT, HEIGHT_OF_A_PERCENT * percents.get(i))))
                .collect(Collectors.joining(" "));
    }

    private static Row row(LegSecond second, ZoneId zone, Words words) {
        LegSecond.In in = second.in();
        String came =
                words.say(
                        "sound.row.in",
                        in.packets(),
                        in.lost(),
                        in.late(),
                        in.concealed(),
                        in.jitterMillis());
        String went =
                second.out()
                        .report()
                        .map(said ->
                                words.say(
                                        "sound.row.out.reported",
                                        second.out().packets(),
                                        String.format(
                                                Locale.ROOT, "%.1f", said.lostPermille() / 10.0),
                                        said.jitterMillis(),
                                        said.roundTripMillis() < 0 ? "–" : said.roundTripMillis()))
                        .orElseGet(() -> words.say("sound.row.out", second.out().packets()));
        String page =
                second.page()
                        .map(said ->
                                words.say(
                                        "sound.row.page",
                                        went,
                                        said.packets(),
                                        said.lost(),
                                        said.concealedMillis(),
                                        said.jitterMillis()))
                        .orElse(went);
        return new Row(CLOCK.format(second.at().atZone(zone)), came, page, second.codec());
    }
}
