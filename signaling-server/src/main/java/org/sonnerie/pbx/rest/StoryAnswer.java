package org.sonnerie.pbx.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sonnerie.pbx.history.CallReport;
import org.sonnerie.pbx.history.Narrator;
import org.sonnerie.pbx.history.Sounded;
import org.sonnerie.pbx.history.Story;
import org.sonnerie.pbx.plan.Keyword;

/**
 * A call's story as the REST interface shows it.
 *
 * @param over false: the call goes on
 * @param verdict the whole in one sentence
 * @param lines what happened, in order
 * @param sound how it sounded, in one sentence; left out where nobody talked
 * @param soundRating the same in a word: good, bad or unknown
 * @param reports what people reported of it
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record StoryAnswer(
        boolean over,
        String verdict,
        List<Line> lines,
        Optional<String> sound,
        Optional<String> soundRating,
        List<Report> reports) {
    /** One thing that happened. */
    record Line(Instant at, String text) {}

    /** What somebody reported. */
    record Report(String person, Instant at, String what, String note) {
        static Report of(CallReport report) {
            return new Report(
                    report.person().text(), report.at(), Keyword.of(report.what()), report.note());
        }
    }

    static StoryAnswer of(
            Story story,
            Optional<Sounded> sound,
            List<CallReport> reports,
            Narrator narrator,
            Locale locale) {
        return new StoryAnswer(
                story.over(),
                narrator.say(story.verdict(), locale),
                story.lines().stream()
                        .map(line -> new Line(line.at(), narrator.say(line.sentence(), locale)))
                        .toList(),
                sound.map(sounded -> narrator.say(sounded.sentence(), locale)),
                sound.map(sounded -> Keyword.of(sounded.rating())),
                reports.stream().map(Report::of).toList());
    }
}
