package org.sonnerie.pbx.audit;

/** Whether a company's log is as it was written. */
public sealed interface ChainState {
    /**
     * It is, as far as it can prove itself: whoever has written this hash down elsewhere can prove
     * that nothing up to there was written anew.
     *
     * @param entries how many there are; those that were removed as too old do not count
     * @param hash of the last one; empty: there is none
     */
    record Whole(long entries, String hash) implements ChainState {}

    /**
     * A row is not as it was written.
     *
     * @param number which is the first
     */
    record Changed(long number) implements ChainState {}

    /**
     * A row that was written is not there, and was not removed as too old.
     *
     * @param number which is the first
     */
    record Missing(long number) implements ChainState {}
}
