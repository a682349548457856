package org.sonnerie.pbx.plan;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What becomes of calls to a person that his phone does not take.
 *
 * @param doNotDisturb his phone does not ring: he is busy
 * @param always where every call goes instead
 * @param busy where a call goes while he is busy, or that he declined
 * @param noAnswer where a call goes that rang in vain
 * @param unreachable where a call goes while no phone of his can ring
 * @param followMe his other phone, which rings too
 */
public record Reach(
        boolean doNotDisturb,
        Optional<Destination> always,
        Optional<Destination> busy,
        Optional<Destination> noAnswer,
        Optional<Destination> unreachable,
        Optional<FollowMe> followMe) {
    /** Of somebody who is reached on his phone or not at all. */
    public static final Reach PHONE_ONLY =
            new Reach(
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    /** When a call is forwarded. */
    public enum When {
        /** Before it rings. */
        ALWAYS,
        /** Busy or declined. */
        BUSY,
        /** It rang in vain. */
        NO_ANSWER,
        /** No phone can ring. */
        UNREACHABLE
    }

    /**
     * Where calls are forwarded.
     *
     * @param when which calls
     * @return empty: they are not
     */
    public Optional<Destination> forward(When when) {
        return switch (when) {
            case ALWAYS -> always;
            case BUSY -> busy;
            case NO_ANSWER -> noAnswer;
            case UNREACHABLE -> unreachable;
        };
    }

    /** Where every call goes without his phone being rung. */
    Stream<Destination> unrung() {
        return always.or(() -> doNotDisturb ? busy : Optional.empty()).stream();
    }
}
