package org.sonnerie.pbx.admin;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.history.CallRecord;
import org.sonnerie.pbx.history.CallReport;
import org.sonnerie.pbx.history.EndWords;
import org.sonnerie.pbx.history.LegFacts;
import org.sonnerie.pbx.history.Narrator;
import org.sonnerie.pbx.history.Phrase;
import org.sonnerie.pbx.history.RecordedLeg;
import org.sonnerie.pbx.history.RecordedParty;
import org.sonnerie.pbx.history.Sentence;
import org.sonnerie.pbx.history.Story;
import org.sonnerie.pbx.history.StoryLine;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.plan.Person;
import org.springframework.stereotype.Component;

/** Records and stories as the pages and the file show them. */
@Component
class CallWords {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Narrator narrator;

    CallWords(Narrator narrator) {
        this.narrator = narrator;
    }

    /** A line of the list. */
    record Row(
            String id,
            String began,
            String direction,
            String caller,
            String dialled,
            String ledTo,
            String talked,
            String why) {}

    /** A line of a story. */
    record Line(String at, String text) {}

    /** A line of who was in it. */
    record LegRow(String who, String rang, String answered, String ended, String why) {}

    /** What somebody reported; {@code note} may be empty. */
    record Reported(String who, String at, String what, String note) {}

    String say(Phrase phrase, Locale locale) {
        return narrator.say(phrase, locale);
    }

    private String say(String key, Locale locale) {
        return say(new Sentence(key, List.of()), locale);
    }

    Row row(CallRecord call, ZoneId zone, Locale locale) {
        return new Row(
                call.call().text(),
                moment(call.time().began(), zone, locale),
                direction(call, locale),
                party(call.caller(), locale),
                call.way().dialled(),
                say(call.way().ledTo().sentence(), locale),
                call.outcome().answered().isPresent()
                        ? Story.clock(call.outcome().talked())
                        : say("history.not-answered", locale),
                why(call.outcome().why(), locale));
    }

    private static String moment(Instant at, ZoneId zone, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(at.atZone(zone));
    }

    /** Who is no longer in the plan is named by his id. */
    Reported report(CallReport report, CompanyPlan plan, Locale locale) {
        return new Reported(
                plan.person(report.person()).map(Person::name).orElse(report.person().text()),
                moment(report.at(), plan.facts().timeZone(), locale),
                say("history.report." + Keyword.of(report.what()), locale),
                report.note());
    }

    Line line(StoryLine line, ZoneId zone, Locale locale) {
        return new Line(time(Optional.of(line.at()), zone), say(line.sentence(), locale));
    }

    LegRow leg(RecordedLeg leg, ZoneId zone, Locale locale) {
        return new LegRow(
                party(leg.who(), locale),
                time(leg.times().rang(), zone),
                time(leg.times().answered(), zone),
                time(leg.times().ended(), zone),
                why(leg.why(), locale));
    }

    SoundView sound(LegFacts leg, ZoneId zone, Locale locale) {
        return SoundView.of(leg, zone, (key, parts) -> say(Sentence.of(key, parts), locale));
    }

    private String direction(CallRecord call, Locale locale) {
        return say("history.direction." + call.direction().name().toLowerCase(Locale.ROOT), locale);
    }

    private String party(RecordedParty party, Locale locale) {
        String shown = (party.name() + " " + party.number()).strip();
        return shown.isEmpty() ? say("story.withheld", locale) : shown;
    }

    private String why(Optional<EndReason> why, Locale locale) {
        return why.map(reason -> say(EndWords.of(reason), locale)).orElse("–");
    }

    private static String time(Optional<Instant> at, ZoneId zone) {
        return at.map(instant -> CLOCK.format(instant.atZone(zone))).orElse("–");
    }

    /** The file's first line. */
    List<String> columns(Locale locale) {
        return Stream.of(
                        "history.call",
                        "history.began",
                        "history.direction",
                        "history.caller",
                        "history.number",
                        "history.dialled",
                        "history.led-to",
                        "history.leg.answered",
                        "history.talked-seconds",
                        "history.leg.ended",
                        "history.why")
                .map(key -> say(key, locale))
                .toList();
    }

    /** A further line of the file. */
    List<String> cells(CallRecord call, ZoneId zone, Locale locale) {
        return List.of(
                call.call().text(),
                exact(call.time().began(), zone),
                direction(call, locale),
                call.caller().name(),
                call.caller().number(),
                call.way().dialled(),
                say(call.way().ledTo().sentence(), locale),
                call.outcome().answered().map(at -> exact(at, zone)).orElse(""),
                String.format(Locale.ROOT, "%.3f", call.outcome().talked().toMillis() / 1_000.0),
                exact(call.time().ended(), zone),
                call.outcome().why().map(why -> say(EndWords.of(why), locale)).orElse(""));
    }

    private static String exact(Instant at, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(zone));
    }
}
