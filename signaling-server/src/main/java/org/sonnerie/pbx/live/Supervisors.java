package org.sonnerie.pbx.live;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.Manner;
import org.sonnerie.pbx.runtime.DeskRefusal;
import org.sonnerie.pbx.runtime.SupervisionDesk;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Lets supervisors and administrators into calls: those of the queues that name them, or of their
 * company. Thread safe.
 */
@Component
public class Supervisors {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 200;

    private final LiveBoard board;
    private final SupervisionDesk desk;
    private final ApplicationEventPublisher events;

    Supervisors(LiveBoard board, SupervisionDesk desk, ApplicationEventPublisher events) {
        this.board = board;
        this.desk = desk;
        this.events = events;
    }

    /** What came of a wish. */
    public enum Outcome {
        /** His phone rings, or others hear him from now on. */
        DONE,
        /** No reason is given, or none of 3 to 200 characters. */
        NO_REASON,
        /** It cannot be now: nobody talks, somebody else supervises it, his phone cannot ring. */
        REFUSED
    }

    /**
     * Whether somebody's role lets him supervise calls at all.
     *
     * @param who he is
     * @return true: some calls
     */
    public static boolean mayAny(SignedIn who) {
        return switch (who.role()) {
            case ADMIN, SUPERVISOR -> true;
            case RECEPTIONIST, EMPLOYEE, PROVIDER -> false;
        };
    }

    /**
     * A call that somebody may supervise.
     *
     * @param who he is
     * @param call its id
     * @param locale for its words
     * @return empty: there is none, or none that is his to hear
     */
    public Optional<Item> call(SignedIn who, String call, Locale locale) {
        if (!mayAny(who)) {
            return Optional.empty();
        }
        return board.of(who, locale).getOrDefault(LiveBoard.CALLS, List.of()).stream()
                .filter(item -> item.key().equals(call))
                .findFirst();
    }

    /**
     * Has his phone ring, by which he hears the call; or changes who hears him.
     *
     * @param who he is
     * @param call one that {@link #call} gave him
     * @param manner who is to hear him
     * @param reason as typed
     * @return what came of it
     */
    public Outcome supervise(SignedIn who, Item call, Manner manner, String reason) {
        String why = reason.strip();
        if (why.length() < SHORTEST || why.length() > LONGEST) {
            return Outcome.NO_REASON;
        }
        CallId id = new CallId(call.key());
        events.publishEvent(
                new CallSupervised(who.company(), id, call.field("party"), manner, why));
        try {
            desk.supervise(who.company(), id, new SupervisionDesk.Wish(who.person(), manner, why));
            return Outcome.DONE;
        } catch (DeskRefusal _) {
            return Outcome.REFUSED;
        }
    }
}
