package org.sonnerie.pbx.call;

import org.sonnerie.pbx.call.MailboxStage.Hearing;
import org.sonnerie.pbx.call.MailboxStage.Identifying;

/** Takes each event of a mailbox, or of its door, to where it means something. */
final class MailboxCourse {
    private MailboxCourse() {}

    static void key(Turn turn, MailboxStage stage, char digit) {
        switch (stage) {
            case Identifying door -> MailboxDoor.key(turn, door, digit);
            case Hearing hearing -> MessageHearing.key(turn, hearing, digit);
            case Tending tending -> MailboxOptions.key(turn, tending, digit);
        }
    }

    static void accepted(Turn turn, MailboxStage stage) {
        if (asked(stage) && stage instanceof Identifying door) {
            MailboxDoor.accepted(turn, door);
        }
    }

    static void refused(Turn turn, MailboxStage stage) {
        if (asked(stage) && stage instanceof Identifying door) {
            MailboxDoor.refused(turn, door);
        }
    }

    static void blocked(Turn turn, MailboxStage stage) {
        if (asked(stage)) {
            MailboxDoor.blocked(turn);
        }
    }

    /** Whether a PIN is being typed. */
    private static boolean asked(MailboxStage stage) {
        return stage instanceof Identifying door && door.extension().isPresent();
    }

    static void playEnded(Turn turn, MailboxStage stage, PlayId play) {
        switch (stage) {
            case Identifying _ -> {}
            case Hearing hearing -> MessageHearing.playEnded(turn, hearing, play);
            case Tending tending -> MailboxOptions.playEnded(turn, tending, play);
        }
    }

    static void timedOut(Turn turn, MailboxStage stage) {
        switch (stage) {
            case Identifying door -> MailboxDoor.refused(turn, door);
            case Hearing _ -> turn.endAll(EndReason.HUNG_UP);
            case Tending tending -> MailboxOptions.timedOut(turn, tending);
        }
    }

    static void again(Turn turn, MailboxStage stage) {
        switch (stage) {
            case Identifying door -> MailboxDoor.again(turn, door);
            case Hearing hearing -> MessageHearing.again(turn, hearing.box());
            case Tending tending -> MailboxOptions.again(turn, tending);
        }
    }
}
