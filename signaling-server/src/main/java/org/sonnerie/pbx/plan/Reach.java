package org.sonnerie.pbx.plan;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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
 * @param rules for certain callers and hours; the first that fits decides instead of {@code
 *     doNotDisturb} and {@code always}
 * @param blocked who never rings him, whatever else is set
 */
public record Reach(
        boolean doNotDisturb,
        Optional<Destination> always,
        Optional<Destination> busy,
        Optional<Destination> noAnswer,
        Optional<Destination> unreachable,
        Optional<FollowMe> followMe,
        List<ReachRule> rules,
        Blocked blocked) {
    /** Of somebody who is reached on his phone or not at all. */
    public static final Reach PHONE_ONLY =
            new Reach(
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    /** Copies the rules. */
    public Reach {
        rules = List.copyOf(rules);
    }

    /**
     * Without rules.
     *
     * @param doNotDisturb his phone does not ring: he is busy
     * @param always where every call goes instead
     * @param busy where a call goes while he is busy, or that he declined
     * @param noAnswer where a call goes that rang in vain
     * @param unreachable where a call goes while no phone of his can ring
     * @param followMe his other phone, which rings too
     */
    public Reach(
            boolean doNotDisturb,
            Optional<Destination> always,
            Optional<Destination> busy,
            Optional<Destination> noAnswer,
            Optional<Destination> unreachable,
            Optional<FollowMe> followMe) {
        this(
                doNotDisturb,
                always,
                busy,
                noAnswer,
                unreachable,
                followMe,
                List.of(),
                Blocked.NOBODY);
    }

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

    /**
     * The rule for a call.
     *
     * @param caller who calls
     * @param there when, by the clock on the company's wall
     * @return empty: none fits
     */
    public Optional<ReachRule> ruleFor(ReachRule.Caller caller, LocalDateTime there) {
        return rules.stream().filter(rule -> rule.fits(caller, there)).findFirst();
    }

    /**
     * What of it is still possible, such as after somebody it leads to has left.
     *
     * @param possible asked for each part by itself
     * @return the parts that are
     */
    public Reach keeping(Predicate<Reach> possible) {
        return new Reach(
                doNotDisturb,
                always.filter(to -> possible.test(PHONE_ONLY.forwarding(When.ALWAYS, to))),
                busy.filter(to -> possible.test(PHONE_ONLY.forwarding(When.BUSY, to))),
                noAnswer.filter(to -> possible.test(PHONE_ONLY.forwarding(When.NO_ANSWER, to))),
                unreachable.filter(
                        to -> possible.test(PHONE_ONLY.forwarding(When.UNREACHABLE, to))),
                followMe.filter(other -> possible.test(PHONE_ONLY.with(other))),
                rules.stream().filter(rule -> possible.test(PHONE_ONLY.with(rule))).toList(),
                blocked);
    }

    /**
     * The same but for who is blocked.
     *
     * @param other who never rings him
     * @return nothing else of it is changed
     */
    public Reach blocking(Blocked other) {
        return new Reach(doNotDisturb, always, busy, noAnswer, unreachable, followMe, rules, other);
    }

    private Reach forwarding(When when, Destination to) {
        return new Reach(
                doNotDisturb,
                when == When.ALWAYS ? Optional.of(to) : always,
                when == When.BUSY ? Optional.of(to) : busy,
                when == When.NO_ANSWER ? Optional.of(to) : noAnswer,
                when == When.UNREACHABLE ? Optional.of(to) : unreachable,
                followMe,
                rules,
                blocked);
    }

    private Reach with(FollowMe other) {
        return new Reach(
                doNotDisturb,
                always,
                busy,
                noAnswer,
                unreachable,
                Optional.of(other),
                rules,
                blocked);
    }

    private Reach with(ReachRule rule) {
        return new Reach(
                doNotDisturb,
                always,
                busy,
                noAnswer,
                unreachable,
                followMe,
                List.of(rule),
                blocked);
    }

    /**
     * Everywhere calls can go by it.
     *
     * @return the destinations, in no order
     */
    public Stream<Destination> targets() {
        return Stream.concat(
                Stream.of(always, busy, noAnswer, unreachable).flatMap(Optional::stream),
                rules.stream().flatMap(rule -> rule.to().stream()));
    }

    /** Where every call goes without his phone being rung. */
    Stream<Destination> unrung() {
        return always.or(() -> doNotDisturb ? busy : Optional.empty()).stream();
    }
}
