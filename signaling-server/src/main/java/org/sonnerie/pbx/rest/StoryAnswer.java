package org.sonnerie.pbx.rest;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.sonnerie.pbx.history.Narrator;
import org.sonnerie.pbx.history.Story;

/**
 * A call's story as the REST interface shows it.
 *
 * @param over false: the call goes on
 * @param verdict the whole in one sentence
 * @param lines what happened, in order
 */
record StoryAnswer(boolean over, String verdict, List<Line> lines) {
    /** One thing that happened. */
    record Line(Instant at, String text) {}

    static StoryAnswer of(Story story, Narrator narrator, Locale locale) {
        return new StoryAnswer(
                story.over(),
                narrator.say(story.verdict(), locale),
                story.lines().stream()
                        .map(line -> new Line(line.at(), narrator.say(line.sentence(), locale)))
                        .toList());
    }
}
