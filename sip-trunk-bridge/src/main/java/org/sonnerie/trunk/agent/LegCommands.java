package org.sonnerie.trunk.agent;

import java.time.Instant;
import org.sonnerie.trunk.api.TrunkCommand;
import org.sonnerie.trunk.dialog.InboundLeg;
import org.sonnerie.trunk.dialog.Leg;

/** Hands a command to the leg it names. */
final class LegCommands {
    private LegCommands() {}

    /** Does nothing where the command is not for a leg of this direction. */
    static void apply(TrunkCommand command, Leg leg, Instant now) {
        switch (command) {
            case TrunkCommand.HangUp end -> leg.hangUp(end.cause(), now);
            case TrunkCommand.AnswerReoffer answer -> leg.answerReoffer(answer.sdp(), now);
            case TrunkCommand.Ring _, TrunkCommand.Progress _, TrunkCommand.Answer _ -> {
                if (leg instanceof InboundLeg inbound) {
                    alert(command, inbound, now);
                }
            }
            case TrunkCommand.Configure _, TrunkCommand.PlaceCall _, TrunkCommand.Probe _ -> {}
        }
    }

    private static void alert(TrunkCommand command, InboundLeg leg, Instant now) {
        switch (command) {
            case TrunkCommand.Ring _ -> leg.ring(now);
            case TrunkCommand.Progress progress -> leg.progress(progress.sdp(), now);
            case TrunkCommand.Answer answer -> leg.answer(answer.sdp(), now);
            case TrunkCommand.HangUp _,
                    TrunkCommand.AnswerReoffer _,
                    TrunkCommand.Configure _,
                    TrunkCommand.PlaceCall _,
                    TrunkCommand.Probe _ -> {}
        }
    }
}
