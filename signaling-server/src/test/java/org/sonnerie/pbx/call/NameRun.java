package org.sonnerie.pbx.call;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.sonnerie.pbx.call.Histories.Kind;
import org.sonnerie.pbx.call.Histories.Step;
import org.sonnerie.pbx.plan.DemoCompany;

/** Recorded names in random histories. */
final class NameRun {
    private static final MessageId OWN = new MessageId("other-g2");
    private static final String KEYS = "0123456789*#";

    private NameRun() {}

    /** Few would come so far by chance: into a room, or to the names of the directory. */
    static void prepare(SplittableRandom random, List<Step> steps) {
        if (random.nextBoolean()) {
            steps.add(new Step(Kind.PIN_RIGHT, 0, 0, 100));
            steps.add(new Step(Kind.PLAY_ENDED, 0, 0, 100));
            steps.add(new Step(Kind.NAMES_TOLD, 0, random.nextInt(12), 100));
            steps.add(new Step(Kind.PLAY_ENDED, 0, 0, 100));
            steps.add(new Step(Kind.NAME_RECORDED, 0, random.nextInt(12), 100));
            steps.add(new Step(Kind.SEATED, 0, 0, 100));
        } else {
            steps.add(new Step(Kind.KEY, 0, KEYS.indexOf('#'), 100));
            steps.add(new Step(Kind.NAMES_TOLD, 0, random.nextInt(12), 100));
            steps.add(new Step(Kind.KEY, 0, 1 + random.nextInt(3), 100));
        }
    }

    static CallEvent read(Step step, Instant now, LegId leg, Call call) {
        return step.kind() == Kind.NAMES_TOLD
                ? new NamesTold(now, leg, names(step.pick()))
                : new CallEvent.MessageRecorded(
                        now, leg, nameIn(call), Duration.ofMillis(step.pick() * 100L));
    }

    private static List<NamesTold.Name> names(int pick) {
        return pick % 2 == 0
                ? List.of()
                : List.of(
                        new NamesTold.Name(DemoCompany.CAROL, OWN),
                        new NamesTold.Name(DemoCompany.ALICE, OWN));
    }

    /** What is being recorded at a door, or something else. */
    private static MessageId nameIn(Call call) {
        return call.path().stage() instanceof Introducing door
                ? Optional.of(door).flatMap(Introducing::name).orElse(OWN)
                : OWN;
    }
}
