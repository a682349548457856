package org.sonnerie.pbx.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.sonnerie.pbx.history.QueueVisit.End;
import org.sonnerie.pbx.history.Sounded;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.reports.Counts;
import org.sonnerie.pbx.reports.PersonFigures;
import org.sonnerie.pbx.reports.Report;
import org.sonnerie.pbx.reports.Traffic;
import org.sonnerie.pbx.reports.TrunkFigures;
import org.sonnerie.pbx.reports.Waits;

/**
 * A report as the REST interface shows it.
 *
 * @param days of which
 * @param calls of the direction that was asked for
 * @param waits of callers from outside
 * @param queues by the plan's order, then those that were in it
 * @param trunks likewise
 */
record ReportAnswer(
        Days days, Calls calls, Waiting waits, List<OfQueue> queues, List<OfTrunk> trunks) {
    private static final int MEDIAN = 50;
    private static final int NEARLY_ALL = 90;
    private static final double MILLIS = 1_000;

    /** The first and the last. */
    record Days(String first, String last) {}

    /** How many, when, and how many there were in the period before. */
    record Calls(Figures all, Figures before, List<OfDay> days, List<OfHour> hours) {
        static Calls of(Report report) {
            Traffic traffic = report.traffic();
            return new Calls(
                    Figures.of(traffic.all()),
                    Figures.of(traffic.before()),
                    IntStream.range(0, traffic.days().size())
                            .mapToObj(i ->
                                    new OfDay(
                                            report.period().first().plusDays(i).toString(),
                                            Figures.of(traffic.days().get(i))))
                            .toList(),
                    IntStream.range(0, traffic.hours().size())
                            .mapToObj(i -> new OfHour(i, Figures.of(traffic.hours().get(i))))
                            .toList());
        }
    }

    /** Of a day. */
    record OfDay(String day, Figures calls) {}

    /** Of an hour of all days. */
    record OfHour(int hour, Figures calls) {}

    /** How many calls. */
    record Figures(long calls, long answered, long toVoicemail, long missed, double talkSeconds) {
        static Figures of(Counts counts) {
            return new Figures(
                    counts.calls(),
                    counts.answered(),
                    counts.toVoicemail(),
                    counts.missed(),
                    counts.talkMillis() / MILLIS);
        }
    }

    /** How long callers waited. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Waiting(
            long offered,
            long answered,
            Optional<Integer> withinPercent,
            long abandoned,
            long abandonedAtOnce,
            long ledOn,
            Spans seconds) {
        static Waiting of(Waits waits, int within) {
            return new Waiting(
                    waits.offered(),
                    waits.calls(End.ANSWERED),
                    boxed(waits.answeredWithin(within)),
                    waits.calls(End.ABANDONED) - waits.shortlyAbandoned(),
                    waits.shortlyAbandoned(),
                    waits.calls(End.LED_ON),
                    new Spans(
                            boxed(waits.percentile(MEDIAN)),
                            boxed(waits.percentile(NEARLY_ALL)),
                            boxed(waits.longest()),
                            boxed(waits.meanTalk())));
        }
    }

    /** In seconds; what nobody waited for is left out. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Spans(
            Optional<Integer> median,
            Optional<Integer> ninety,
            Optional<Integer> longest,
            Optional<Integer> meanTalk) {}

    /** Of a queue. */
    record OfQueue(String id, String name, Waiting waits) {}

    /** Of a trunk. */
    record OfTrunk(
            String id,
            String name,
            long in,
            long out,
            long connected,
            List<Failed> failed,
            Sound sound,
            double talkSeconds) {
        static OfTrunk of(String id, String name, TrunkFigures figures) {
            return new OfTrunk(
                    id,
                    name,
                    figures.in(),
                    figures.out(),
                    figures.connected(),
                    figures.failures().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(one -> new Failed(Keyword.of(one.getKey()), one.getValue()))
                            .toList(),
                    new Sound(
                            figures.sounded(Sounded.Rating.GOOD),
                            figures.sounded(Sounded.Rating.BAD),
                            figures.sounded(Sounded.Rating.UNKNOWN)),
                    figures.talkMillis() / MILLIS);
        }
    }

    /** Calls that failed so. */
    record Failed(String why, long calls) {}

    /** How connected calls sounded. */
    record Sound(long good, long bad, long unknown) {}

    /** A part of the list of people. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record People(List<OfPerson> people, Optional<String> next) {}

    /** The calls of a person. */
    record OfPerson(
            String id,
            String name,
            long made,
            long answered,
            long missed,
            long elsewhere,
            long notRung,
            double talkSeconds) {
        static OfPerson of(PersonFigures one, CompanyPlan plan) {
            return new OfPerson(
                    one.person().text(),
                    one.name(plan),
                    one.made(),
                    one.answered(),
                    one.missed(),
                    one.elsewhere(),
                    one.notRung(),
                    one.talkMillis() / MILLIS);
        }
    }

    private static Optional<Integer> boxed(OptionalInt figure) {
        return figure.stream().boxed().findFirst();
    }

    static ReportAnswer of(Report report, CompanyPlan plan, int within) {
        return new ReportAnswer(
                new Days(report.period().first().toString(), report.period().last().toString()),
                Calls.of(report),
                Waiting.of(report.waits(), within),
                report.queueNames(plan).entrySet().stream()
                        .map(one ->
                                new OfQueue(
                                        one.getKey().text(),
                                        one.getValue(),
                                        Waiting.of(
                                                report.queues()
                                                        .getOrDefault(one.getKey(), Waits.none()),
                                                within)))
                        .toList(),
                report.trunkNames(plan).entrySet().stream()
                        .map(one ->
                                OfTrunk.of(
                                        one.getKey().text(),
                                        one.getValue(),
                                        report.trunks()
                                                .getOrDefault(one.getKey(), TrunkFigures.none())))
                        .toList());
    }
}
