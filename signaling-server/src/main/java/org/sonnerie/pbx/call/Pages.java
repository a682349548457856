package org.sonnerie.pbx.call;

import java.time.Duration;
import java.util.Optional;

/** Pages that go and come back, and the server that does so. */
final class Pages {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Pages() {}

    static void lost(Turn turn, Leg leg) {
        if (!leg.up() || leg.lost() || leg.person().isEmpty()) {
            return;
        }
        if (turn.stage() instanceof Stage.Closing closing) {
            boolean aside = turn.inAside();
            turn.endAll(closing.reason(), Optional.of(leg.id()));
            if (!aside) {
                return;
            }
        }
        await(turn, leg);
    }

    private static void await(Turn turn, Leg leg) {
        turn.put(leg.lostUntil(Optional.of(turn.at().plus(PATIENCE))));
        leg.person()
                .ifPresent(person ->
                        turn.because(new Reason.WaitsForPage(person, (int) PATIENCE.toSeconds())));
    }

    static void returned(Turn turn, Leg leg) {
        if (!leg.lost()) {
            return;
        }
        turn.put(leg.lostUntil(Optional.empty()));
        turn.sayAgain(leg.id());
        leg.person().ifPresent(person -> turn.because(new Reason.PageBack(person)));
        switch (turn.stage()) {
            case Stage.Announcing announcing -> Passage.again(turn, announcing);
            case Stage.Choosing choosing -> MenuTalk.again(turn, choosing);
            case Stage.Leaving leaving -> MessageTaking.again(turn, leaving);
            case MailboxStage box -> MailboxCourse.again(turn, box);
            case DirectoryStage names -> DirectoryTalk.again(turn, names);
            case Stage.Entering entering -> RoomDoor.again(turn, entering);
            case Introducing door -> Introduction.again(turn, door);
            case Stage.Conferring stay -> RoomStay.returned(turn, stay);
            case Stage.Inviting _,
                    Stage.Originating _,
                    Stage.Calling _,
                    Stage.Queued _,
                    Stage.Talking _,
                    Stage.Parked _,
                    Stage.Together _,
                    Stage.Listening _,
                    Stage.Closing _,
                    Stage.Over _ -> {}
        }
    }

    /**
     * The server is back. All media is gone: what was on trunks cannot be taken up again, what was
     * between pages can.
     */
    static void restarted(Turn turn) {
        Recorder.restarted(turn);
        if (turn.aside().isPresent()) {
            turn.aboutAside();
            turn.endAll(EndReason.SERVER_RESTARTED);
        }
        turn.aboutMain();
        switch (turn.stage()) {
            // What was recorded so far is kept, but cannot be gone on with.
            case Stage.Inviting _, Stage.Originating _, Stage.Calling _, Stage.Leaving _ ->
                    turn.endAll(EndReason.SERVER_RESTARTED);
            case Stage.Conferring stay -> {
                awaitOrEnd(turn);
                if (turn.stage() instanceof Stage.Conferring) {
                    RoomStay.again(turn, stay);
                }
            }
            case Stage.Closing closing -> turn.endAll(closing.reason());
            case Stage.Talking(var with) -> {
                Optional<Leg> other = turn.live(with);
                if (other.isPresent() && isPage(turn.caller()) && isPage(other.get())) {
                    await(turn, turn.caller());
                    await(turn, other.get());
                } else {
                    turn.endAll(EndReason.SERVER_RESTARTED);
                }
            }
            case Stage.Together _ -> together(turn);
            case Stage.Queued queued -> {
                turn.liveCalled().forEach(leg -> turn.end(leg, EndReason.SERVER_RESTARTED));
                turn.stage(queued.with(queued.clocks().ringing(Optional.empty())));
                awaitOrEnd(turn);
            }
            case Stage.Announcing _,
                    Stage.Choosing _,
                    Stage.Entering _,
                    Introducing _,
                    Stage.Parked _,
                    MailboxStage _,
                    DirectoryStage _,
                    Stage.Listening _ ->
                    awaitOrEnd(turn);
            case Stage.Over _ -> {}
        }
    }

    private static void awaitOrEnd(Turn turn) {
        if (isPage(turn.caller())) {
            await(turn, turn.caller());
        } else {
            turn.endAll(EndReason.SERVER_RESTARTED);
        }
    }

    /** Those with pages wait for them, the others are gone. */
    private static void together(Turn turn) {
        for (Leg leg : turn.liveOn(turn.main())) {
            if (isPage(leg)) {
                await(turn, leg);
            } else {
                turn.live(leg.id())
                        .ifPresent(one -> Routing.legEnded(turn, one, EndReason.SERVER_RESTARTED));
            }
        }
    }

    private static boolean isPage(Leg leg) {
        return leg.person().isPresent();
    }

    /** Hold and resume: only a person has these keys, and only where there is sound to be held. */
    static void hold(Turn turn, Leg leg, boolean held) {
        boolean holdable =
                switch (turn.stage()) {
                    case Stage.Talking _, Stage.Together _, Stage.Conferring _, Stage.Listening _ ->
                            true;
                    case Stage.Inviting _,
                            Stage.Originating _,
                            Stage.Calling _,
                            Stage.Queued _,
                            Stage.Announcing _,
                            Stage.Choosing _,
                            Stage.Entering _,
                            Introducing _,
                            Stage.Parked _,
                            Stage.Leaving _,
                            MailboxStage _,
                            DirectoryStage _,
                            Stage.Closing _,
                            Stage.Over _ ->
                            false;
                };
        if (holdable && leg.up() && leg.person().isPresent()) {
            turn.put(leg.holding(held));
        }
    }
}
