package org.sonnerie.pbx.call;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.call.CallEffect.CallSound;
import org.sonnerie.pbx.plan.Announcement;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.Hours;
import org.sonnerie.pbx.plan.Opening;
import org.sonnerie.pbx.plan.Route;

/** What a call passes on its way: opening hours and announcements. */
final class Passage {
    /** Longer than any announcement is: one whose end is not told cannot stop the call. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private Passage() {}

    static void through(Turn turn, Route route, String via) {
        Optional<Hours> hours = turn.plan().hours(route.hours());
        if (hours.isEmpty()) {
            Routing.missing(turn, new Destination.ToRoute(route.id()));
            return;
        }
        Opening opening = hours.get().at(turn.at(), turn.plan().facts().timeZone());
        Destination next = route.when(opening);
        turn.because(new Reason.HoursSay(route.id(), route.hours(), opening, next));
        Routing.go(turn, next, via);
    }

    static void announce(Turn turn, Announcement announcement) {
        turn.answerCaller();
        turn.because(new Reason.Announces(announcement.id()));
        announcement
                .language()
                .ifPresent(language ->
                        Tongue.speak(
                                turn,
                                new LanguageReason.OfAnnouncement(announcement.id(), language)));
        say(turn, announcement);
    }

    private static void say(Turn turn, Announcement announcement) {
        turn.stage(
                new Stage.Announcing(
                        announcement.id(),
                        turn.programme(false, List.of(new CallSound.Prompt(announcement.prompt()))),
                        turn.at().plus(LONGEST)));
    }

    /** The page is back: it has heard nothing, so it is said again. */
    static void again(Turn turn, Stage.Announcing announcing) {
        turn.plan()
                .announcement(announcing.announcement())
                .ifPresent(announcement -> say(turn, announcement));
    }

    static void playEnded(Turn turn, Stage.Announcing announcing, PlayId play) {
        if (announcing.hears().play().equals(play)) {
            goOn(turn, announcing);
        }
    }

    static void goOn(Turn turn, Stage.Announcing announcing) {
        turn.plan()
                .announcement(announcing.announcement())
                .ifPresentOrElse(
                        announcement -> Routing.go(turn, announcement.then(), announcement.name()),
                        () -> turn.endAll(EndReason.HUNG_UP));
    }
}
