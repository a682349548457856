package org.sonnerie.media.srtp;

import org.jitsi.srtp.crypto.Aes;

/** Makes the first call as quick as the thousandth. */
public final class SrtpWarmUp {
    private SrtpWarmUp() {}

    /**
     * Fixes the cipher provider, without which jitsi-srtp times all of them for seconds inside the
     * first call, and runs packets of both profiles through a pair of sessions.
     *
     * @param rounds packets of each kind, for the compiler's sake
     */
    public static void run(int rounds) {
        // The JDK's own AES is as fast here as OpenSSL through JNI, and needs no system library.
        Aes.setFactoryClassName("SunJCE");
        for (SrtpProfile profile : SrtpProfile.values()) {
            exercise(profile, rounds);
        }
    }

    private static void exercise(SrtpProfile profile, int rounds) {
        byte[] material = new byte[2 * (profile.keyBytes() + profile.saltBytes())];
        for (int i = 0; i < material.length; i++) {
            material[i] = (byte) (i * 7);
        }
        try (SrtpSession one = new SrtpSession(SrtpKeys.fromDtls(profile, material, true));
                SrtpSession other = new SrtpSession(SrtpKeys.fromDtls(profile, material, false))) {
            byte[] packet = new byte[256];
            for (int round = 0; round < rounds; round++) {
                packet[0] = (byte) 0x80;
                packet[1] = 111;
                packet[2] = (byte) (round >> 8);
                packet[3] = (byte) round;
                other.unprotectRtp(packet, 0, one.protectRtp(packet, 0, 132));
                packet[0] = (byte) 0x80;
                packet[1] = (byte) 200;
                other.unprotectRtcp(packet, 0, one.protectRtcp(packet, 0, 28));
            }
        }
    }
}
