package org.sonnerie.pbx.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sonnerie.pbx.history.Narrator;
import org.sonnerie.pbx.history.Sentence;
import org.sonnerie.pbx.history.Story;

/**
 * A call's story as the REST interface shows it.
 *
 * @param over false: the call goes on
 * @param verdict the whole in one sentence
 * @param lines what happened, in order
 * @param sound how it sounded, in one sentence; left out where nobody talked
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record StoryAnswer(boolean over, String verdict, List<Line> lines, Optional<String> sound) {
    /** One thing that happened. */
    record Line(Instant at, String text) {}

    static StoryAnswer of(Story story, Optional<Sentence> sound, Narrator narrator, Locale locale) {
        return new StoryAnswer(
                story.over(),
                narrator.say(story.verdict(), locale),
                story.lines().stream()
                        .map(line -> new Line(line.at(), narrator.say(line.sentence(), locale)))
                        .toList(),
                sound.map(sentence -> narrator.say(sentence, locale)));
    }
}
