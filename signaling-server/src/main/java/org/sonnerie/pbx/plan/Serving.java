package org.sonnerie.pbx.plan;

/**
 * How the agents of a queue are rung. One who has a call, or is being rung for another, is not.
 *
 * @param strategy in which order
 * @param ringSeconds how long an agent is rung before it is another's turn
 * @param wrapUpSeconds how long an agent is left alone after a call of the queue
 */
public record Serving(Strategy strategy, int ringSeconds, int wrapUpSeconds) {
    /** Whoever has been longest without a call, 15 s, no time for wrapping up. */
    public static final Serving USUAL = new Serving(Strategy.LONGEST_IDLE, 15, 0);

    /** In which order agents are rung. */
    public enum Strategy {
        /** All that are free at once. */
        ALL,
        /** As they stand in the plan. */
        IN_ORDER,
        /** Each caller begins with the agent behind the one rung last. */
        ROUND_ROBIN,
        /** Whoever has been longest without a call of a queue. */
        LONGEST_IDLE,
        /** Whoever has served the fewest calls since the server started. */
        FEWEST_CALLS
    }
}
