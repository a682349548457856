package org.sonnerie.pbx.history;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.call.OwnRule;
import org.sonnerie.pbx.call.Reason;
import org.sonnerie.pbx.call.Requested;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.runtime.LoggedCall;

/**
 * Hides from a colleague the outside numbers at which others have themselves followed or forwarded
 * to: they are theirs. What the reader dialled himself he knows. Pure.
 *
 * @param hidden the last digits of each such number
 */
record Discretion(Set<String> hidden) {
    /** As many last digits name a number, however it is written. */
    private static final int TAIL = 8;

    private static final String NO_DIGIT = "[^0-9]";
    private static final int SHOWN = 2;

    static Discretion towards(PersonId reader, LoggedCall call) {
        Optional<String> dialled =
                dialledBy(reader, call.events().getFirst())
                        .flatMap(number -> tail(number).findFirst());
        return new Discretion(
                Retelling.of(call).stream()
                        .flatMap(step -> step.reasons().stream())
                        .flatMap(reason -> others(reader, reason))
                        .flatMap(Discretion::tail)
                        .filter(number -> !Optional.of(number).equals(dialled))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static Optional<String> dialledBy(PersonId reader, CallEvent first) {
        if (first instanceof CallEvent.Dialled dialled && dialled.person().equals(reader)) {
            return Optional.of(dialled.dialled());
        }
        return first instanceof Requested requested && requested.person().equals(reader)
                ? Optional.of(requested.dialled())
                : Optional.empty();
    }

    /** The numbers of others that a reason tells. */
    private static Stream<String> others(PersonId reader, Reason reason) {
        if (reason instanceof Reason.FollowsHim(PersonId person, String number)) {
            return Stream.of(number).filter(_ -> !person.equals(reader));
        }
        if (reason
                instanceof
                Reason.Forwards(PersonId person, var _, Destination.ToOutside(var number, var _))) {
            return Stream.of(number).filter(_ -> !person.equals(reader));
        }
        if (reason instanceof OwnRule(PersonId person, Optional<Destination> to)
                && to.isPresent()
                && to.get() instanceof Destination.ToOutside(var number, var _)) {
            return Stream.of(number).filter(_ -> !person.equals(reader));
        }
        return Stream.empty();
    }

    private static Stream<String> tail(String number) {
        String digits = number.replaceAll(NO_DIGIT, "");
        return digits.length() < TAIL
                ? Stream.empty()
                : Stream.of(digits.substring(digits.length() - TAIL));
    }

    Story of(Story story) {
        if (hidden.isEmpty()) {
            return story;
        }
        List<StoryLine> lines =
                story.lines().stream()
                        .map(line -> new StoryLine(line.at(), sentence(line.sentence())))
                        .toList();
        return new Story(story.over(), sentence(story.verdict()), lines);
    }

    private Sentence sentence(Sentence sentence) {
        return new Sentence(sentence.key(), sentence.parts().stream().map(this::phrase).toList());
    }

    private Phrase phrase(Phrase phrase) {
        return switch (phrase) {
            case Phrase.Plain(String text) -> new Phrase.Plain(text(text));
            case Phrase.Day day -> day;
            case Sentence sentence -> sentence(sentence);
        };
    }

    private String text(String text) {
        boolean told = tail(text).anyMatch(hidden::contains);
        return told ? covered(text) : text;
    }

    /** All digits of a text are covered, but the last two. */
    static String covered(String text) {
        StringBuilder covered = new StringBuilder(text);
        int shown = 0;
        for (int i = text.length() - 1; i >= 0; i--) {
            if (Character.isDigit(text.charAt(i)) && ++shown > SHOWN) {
                covered.setCharAt(i, '•');
            }
        }
        return covered.toString();
    }
}
