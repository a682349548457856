package org.sonnerie.pbx.plan;

/**
 * How the members of a group are rung.
 *
 * @param strategy in which order
 * @param memberSeconds how long each is rung, where that is one after another
 * @param hears what the caller hears meanwhile
 */
public record Ringing(Strategy strategy, int memberSeconds, Meanwhile hears) {
    /** How long each of them is rung unless said otherwise. */
    public static final int MEMBER_SECONDS = 15;

    /** All at once, with ring-back. */
    public static final Ringing ALL =
            new Ringing(Strategy.ALL, MEMBER_SECONDS, Meanwhile.RING_BACK);

    /** In which order members are rung. */
    public enum Strategy {
        /** All at once. */
        ALL,
        /** One after another, as they stand in the plan. */
        IN_ORDER,
        /** One after another, each call beginning with the next member. */
        ROUND_ROBIN,
        /** One after another, whoever has been longest without a call first. */
        LONGEST_IDLE
    }

    /** What the caller hears. */
    public enum Meanwhile {
        /** That it rings. */
        RING_BACK,
        /** The company's hold music; a caller from outside is answered for it. */
        MUSIC
    }
}
