package org.sonnerie.media.jitter;

/**
 * What a jitter buffer has done since it was made.
 *
 * @param kept packets taken in
 * @param duplicates packets that had been there before
 * @param late packets whose time was over
 * @param concealed takes of 20 ms made up for want of a packet
 * @param recovered takes of 20 ms recovered from the packet after
 * @param dropped packets left out to shorten the delay
 * @param stretched takes of 20 ms made up to lengthen the delay
 */
public record JitterStatistics(
        long kept,
        long duplicates,
        long late,
        long concealed,
        long recovered,
        long dropped,
        long stretched) {}
