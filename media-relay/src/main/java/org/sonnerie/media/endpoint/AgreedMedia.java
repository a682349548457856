package org.sonnerie.media.endpoint;

import org.sonnerie.media.api.AudioCodec;

/**
 * What offer and answer agreed on for one endpoint.
 *
 * @param codec the one codec, both ways
 * @param clockRateHz of its timestamps
 * @param sendType payload type towards the endpoint
 * @param receiveType payload type from the endpoint
 * @param keys how keys are sent and received
 * @param audioLevelExtension id of the RFC 6464 extension, or {@link #NONE}
 * @param send whether the endpoint wants to hear us
 */
record AgreedMedia(
        AudioCodec codec,
        int clockRateHz,
        int sendType,
        int receiveType,
        Keys keys,
        int audioLevelExtension,
        boolean send) {
    /** Not agreed. */
    static final int NONE = -1;

    /**
     * The telephone-event formats (RFC 4733).
     *
     * @param sendType payload type towards the endpoint, or {@link #NONE}
     * @param receiveType payload type from the endpoint, or {@link #NONE}
     * @param clockRateHz of the durations
     * @param inBand whether the endpoint's keys are looked for as tones in its sound: dear, because
     *     each packet is decoded for it
     */
    record Keys(int sendType, int receiveType, int clockRateHz, boolean inBand) {
        /** Of a browser that says none: its page sends the keys by signalling. */
        static final Keys ABSENT = new Keys(NONE, NONE, 8_000, false);

        /** Of a carrier without telephone-events. */
        static final Keys IN_BAND = new Keys(NONE, NONE, 8_000, true);

        /**
         * By telephone-events.
         *
         * @param sendType payload type towards the endpoint
         * @param receiveType payload type from the endpoint
         * @param clockRateHz of the durations
         */
        static Keys events(int sendType, int receiveType, int clockRateHz) {
            return new Keys(sendType, receiveType, clockRateHz, false);
        }
    }
}
