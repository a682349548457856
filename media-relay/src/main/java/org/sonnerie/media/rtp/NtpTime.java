package org.sonnerie.media.rtp;

/** NTP timestamps as RTCP carries them: seconds since 1900 in the upper, fractions in the lower. */
public final class NtpTime {
    private static final long SECONDS_1900_TO_1970 = 2_208_988_800L;

    private NtpTime() {}

    /**
     * From the usual epoch.
     *
     * @param epochMillis milliseconds since 1970
     * @return 64 bits of NTP time
     */
    public static long ofEpochMillis(long epochMillis) {
        long seconds = Math.floorDiv(epochMillis, 1000L) + SECONDS_1900_TO_1970;
        long fraction = (Math.floorMod(epochMillis, 1000L) << 32) / 1000L;
        return (seconds << 32) | fraction;
    }

    /**
     * The middle 32 bits, in which report blocks refer to sender reports.
     *
     * @param ntp 64 bits of NTP time
     * @return 16 bits of seconds, 16 of fraction
     */
    public static int compact(long ntp) {
        return (int) (ntp >>> 16);
    }
}
