package org.sonnerie.pbx.admin;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sonnerie.pbx.history.EndWords;
import org.sonnerie.pbx.history.Narrator;
import org.sonnerie.pbx.history.QueueVisit.End;
import org.sonnerie.pbx.history.Sentence;
import org.sonnerie.pbx.history.Sounded;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.reports.Counts;
import org.sonnerie.pbx.reports.PersonFigures;
import org.sonnerie.pbx.reports.Report;
import org.sonnerie.pbx.reports.TrunkFigures;
import org.sonnerie.pbx.reports.Waits;
import org.springframework.stereotype.Component;

/** A report as the page and the files show it. */
@Component
class ReportWords {
    private static final String NONE = "–";

    private final Narrator narrator;

    ReportWords(Narrator narrator) {
        this.narrator = narrator;
    }

    /** How to write, in one report; for one thread. */
    static final class Style {
        private final Locale locale;
        private final boolean file;
        private final NumberFormat numbers;
        private final DateTimeFormatter days;

        /**
         * For one report.
         *
         * @param locale in which language
         * @param file true: for a program, in plain numbers and seconds
         */
        Style(Locale locale, boolean file) {
            this.locale = locale;
            this.file = file;
            this.numbers = NumberFormat.getIntegerInstance(locale);
            this.days =
                    file
                            ? DateTimeFormatter.ISO_LOCAL_DATE
                            : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                                    .withLocale(locale);
        }

        String number(long number) {
            return file ? String.valueOf(number) : numbers.format(number);
        }

        String day(LocalDate day) {
            return days.format(day);
        }

        String seconds(OptionalInt seconds) {
            return seconds.isEmpty()
                    ? none()
                    : file
                            ? String.valueOf(seconds.getAsInt())
                            : clock(Duration.ofSeconds(seconds.getAsInt()));
        }

        String talk(long millis) {
            Duration time = Duration.ofMillis(millis);
            return file ? String.valueOf(time.toSeconds()) : clock(time);
        }

        String percent(OptionalInt percent) {
            return percent.isEmpty()
                    ? none()
                    : file ? String.valueOf(percent.getAsInt()) : percent.getAsInt() + "\u00a0%";
        }

        private String none() {
            return file ? "" : NONE;
        }
    }

    static String number(long number, Locale locale) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    private static String clock(Duration time) {
        return time.toHours() == 0
                ? "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart())
                : "%d:%02d:%02d"
                        .formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }

    private String say(Style style, String key, Object... parts) {
        return narrator.say(Sentence.of("reports." + key, parts), style.locale);
    }

    private List<String> columns(Style style, String... keys) {
        return Stream.of(keys).map(key -> say(style, "column." + key)).toList();
    }

    /** A large number with what it was before. */
    record Headline(String what, String value, String before) {}

    List<Headline> headlines(Report report, Locale locale) {
        Style style = new Style(locale, false);
        Counts now = report.traffic().all();
        Counts before = report.traffic().before();
        List<Headline> headlines = new ArrayList<>();
        headlines.add(headline(style, "calls", now.calls(), before.calls()));
        headlines.add(headline(style, "answered", now.answered(), before.answered()));
        headlines.add(headline(style, "voicemail", now.toVoicemail(), before.toVoicemail()));
        headlines.add(headline(style, "missed", now.missed(), before.missed()));
        headlines.add(
                new Headline(
                        say(style, "column.talk"),
                        style.talk(now.talkMillis()),
                        say(style, "before", style.talk(before.talkMillis()))));
        headlines.add(
                new Headline(
                        say(style, "wait"),
                        style.seconds(report.waits().percentile(50)),
                        say(style, "wait.90", style.seconds(report.waits().percentile(90)))));
        return headlines;
    }

    private Headline headline(Style style, String what, long now, long before) {
        return new Headline(
                say(style, "column." + what),
                style.number(now),
                say(style, "before", style.number(before)));
    }

    /** For under a bar: the day and month as the language writes them. */
    static DateTimeFormatter shortDays(Locale locale) {
        return DateTimeFormatter.ofPattern(
                locale.getLanguage().equals("fr") ? "d MMM" : "MMM d", locale);
    }

    ReportTable days(Report report, Style style) {
        LocalDate first = report.period().first();
        return traffic(
                "days", report.traffic().days(), style, place -> style.day(first.plusDays(place)));
    }

    ReportTable weeks(Report report, Style style) {
        List<Report.Week> weeks = report.weeks();
        return traffic(
                "weeks",
                weeks.stream().map(Report.Week::calls).toList(),
                style,
                place -> style.day(weeks.get(place).first()));
    }

    ReportTable hours(Report report, Style style) {
        return traffic("hours", report.traffic().hours(), style, hour -> "%02d:00".formatted(hour));
    }

    private ReportTable traffic(
            String id, List<Counts> all, Style style, IntFunction<String> head) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Counts counts = all.get(i);
            rows.add(
                    List.of(
                            head.apply(i),
                            style.number(counts.calls()),
                            style.number(counts.answered()),
                            style.number(counts.toVoicemail()),
                            style.number(counts.missed()),
                            style.talk(counts.talkMillis())));
        }
        List<String> columns =
                columns(style, id, "calls", "answered", "voicemail", "missed", "talk");
        return ReportTable.of(id, columns, rows);
    }

    ReportTable queues(Report report, CompanyPlan plan, int within, Style style) {
        List<String> columns = new ArrayList<>(columns(style, "queue", "offered", "answered"));
        columns.add(say(style, "column.within", within));
        columns.addAll(
                columns(
                        style,
                        "abandoned",
                        "at-once",
                        "led-on",
                        "median",
                        "ninety",
                        "longest",
                        "mean-talk"));
        List<List<String>> rows = new ArrayList<>();
        report.queueNames(plan)
                .forEach((id, name) ->
                        rows.add(
                                queue(
                                        name,
                                        report.queues().getOrDefault(id, Waits.none()),
                                        within,
                                        style)));
        return ReportTable.of("queues", columns, rows);
    }

    private static List<String> queue(String name, Waits waits, int within, Style style) {
        return List.of(
                name,
                style.number(waits.offered()),
                style.number(waits.calls(End.ANSWERED)),
                style.percent(waits.answeredWithin(within)),
                style.number(waits.calls(End.ABANDONED) - waits.shortlyAbandoned()),
                style.number(waits.shortlyAbandoned()),
                style.number(waits.calls(End.LED_ON)),
                style.seconds(waits.percentile(50)),
                style.seconds(waits.percentile(90)),
                style.seconds(waits.longest()),
                style.seconds(waits.meanTalk()));
    }

    /** Some, or all; whoever is no longer in the plan is named by his id. */
    ReportTable people(List<PersonFigures> people, CompanyPlan plan, Style style) {
        List<List<String>> rows =
                people.stream().map(person -> person(person, plan, style)).toList();
        List<String> columns =
                columns(
                        style,
                        "person",
                        "made",
                        "answered",
                        "missed",
                        "elsewhere",
                        "not-rung",
                        "talk");
        return ReportTable.of("people", columns, rows);
    }

    private static List<String> person(PersonFigures one, CompanyPlan plan, Style style) {
        return List.of(
                one.name(plan),
                style.number(one.made()),
                style.number(one.answered()),
                style.number(one.missed()),
                style.number(one.elsewhere()),
                style.number(one.notRung()),
                style.talk(one.talkMillis()));
    }

    ReportTable trunks(Report report, CompanyPlan plan, Style style) {
        List<List<String>> rows = new ArrayList<>();
        report.trunkNames(plan)
                .forEach((id, name) ->
                        rows.add(
                                trunk(
                                        name,
                                        report.trunks().getOrDefault(id, TrunkFigures.none()),
                                        style)));
        List<String> columns =
                columns(
                        style,
                        "trunk",
                        "in",
                        "out",
                        "connected",
                        "failed",
                        "sound-good",
                        "sound-bad",
                        "sound-unknown",
                        "talk");
        return ReportTable.of("trunks", columns, rows);
    }

    private List<String> trunk(String name, TrunkFigures figures, Style style) {
        String failures =
                figures.failures().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(one ->
                                say(
                                        style,
                                        "failed",
                                        style.number(one.getValue()),
                                        narrator.say(EndWords.of(one.getKey()), style.locale)))
                        .collect(Collectors.joining("; "));
        return List.of(
                name,
                style.number(figures.in()),
                style.number(figures.out()),
                style.number(figures.connected()),
                failures.isEmpty() ? style.number(0) : failures,
                style.number(figures.sounded(Sounded.Rating.GOOD)),
                style.number(figures.sounded(Sounded.Rating.BAD)),
                style.number(figures.sounded(Sounded.Rating.UNKNOWN)),
                style.talk(figures.talkMillis()));
    }
}
