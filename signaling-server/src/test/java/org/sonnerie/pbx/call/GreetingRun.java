package org.sonnerie.pbx.call;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.sonnerie.pbx.call.Histories.Kind;
import org.sonnerie.pbx.call.Histories.Step;
import org.sonnerie.pbx.plan.DemoCompany;
import org.sonnerie.pbx.plan.MailboxId;

/** The greetings of mailboxes in random histories. */
final class GreetingRun {
    private static final MessageId OWN = new MessageId("other-g1");

    /** Before the day of the histories, so that some absences are over. */
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private GreetingRun() {}

    /** Few would come so far by chance: to the options, and one of them. */
    static void prepare(SplittableRandom random, List<Step> steps) {
        steps.add(new Step(Kind.LISTED, 0, 0, 100));
        steps.add(key(0));
        steps.add(key(1 + random.nextInt(6)));
        if (random.nextInt(2) == 0) {
            steps.add(new Step(Kind.PLAY_ENDED, 0, 0, 100));
            steps.add(new Step(Kind.GREETING_RECORDED, 0, random.nextInt(12), 100));
            steps.add(key(1));
        }
        // The third of December, if it is a date that is asked for.
        List.of(0, 3, 1, 2, 11).forEach(digit -> steps.add(key(digit)));
    }

    private static Step key(int pick) {
        return new Step(Kind.KEY, 0, pick, 100);
    }

    /** A step about greetings, as an event. */
    static CallEvent read(Step step, Instant now, LegId leg, Call call) {
        return step.kind() == Kind.MAILBOX_TOLD
                ? new MailboxTold(now, leg, boxIn(call), facts(step.pick()))
                : new CallEvent.MessageRecorded(
                        now, leg, greetingIn(call), Duration.ofSeconds(step.pick() / 3));
    }

    /** The mailbox that is asked, or one that nobody asked. */
    private static MailboxId boxIn(Call call) {
        return call.path().stage() instanceof Stage.Leaving leaving
                ? leaving.box()
                : MailboxId.of(DemoCompany.ALICE);
    }

    private static MailboxFacts facts(int pick) {
        return new MailboxFacts(
                Optional.of(OWN).filter(_ -> pick % 2 == 0),
                Optional.of(OWN).filter(_ -> pick % 3 == 0),
                Optional.of(DAY.plusDays(pick)).filter(_ -> pick % 4 < 2),
                pick > 9);
    }

    private static MessageId greetingIn(Call call) {
        return call.path().stage() instanceof Tending tending
                ? tending.greeting().orElse(OWN)
                : OWN;
    }
}
