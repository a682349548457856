package org.sonnerie.media.srtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SrtpSessionTest {
    private static final Config VECTORS =
            ConfigFactory.parseResources("srtp-vectors/vectors.json").resolve();

    private final Random random = new Random(3711);

    @BeforeAll
    static void fixTheCipher() {
        SrtpWarmUp.run(1);
    }

    @ParameterizedTest
    @EnumSource
    void agreesWithThePublishedPackets(SrtpProfile profile) {
        Config vector = VECTORS.getConfig(vectorOf(profile));
        SrtpSession session = new SrtpSession(keysOf(profile, vector));
        byte[] rtp = hex(vector, "rtp");
        byte[] rtcp = hex(vector, "rtcp");
        byte[] buffer = Arrays.copyOf(rtp, 100);

        int length = session.protectRtp(buffer, 0, rtp.length);

        assertThat(Arrays.copyOf(buffer, length)).isEqualTo(hex(vector, "srtp"));
        assertThat(session.unprotectRtp(buffer, 0, length)).isEqualTo(rtp.length);
        assertThat(Arrays.copyOf(buffer, rtp.length)).isEqualTo(rtp);
        byte[] srtcp = Arrays.copyOf(hex(vector, "srtcp"), 100);
        int whole = hex(vector, "srtcp").length;
        assertThat(session.unprotectRtcp(srtcp, 0, whole)).isEqualTo(rtcp.length);
        assertThat(Arrays.copyOf(srtcp, rtcp.length)).isEqualTo(rtcp);
    }

    @ParameterizedTest
    @EnumSource
    void carriesRtpAndRtcpBothWays(SrtpProfile profile) {
        Pair pair = new Pair(profile);
        for (int sequence = 0; sequence < 70_000; sequence += 13) {
            byte[] packet = rtp(0x1234, sequence);
            byte[] wire = packet.clone();
            int length = pair.one.protectRtp(wire, 8, 60);
            assertThat(length).isEqualTo(60 + profile.tagBytes());
            assertThat(pair.other.unprotectRtp(wire, 8, length)).isEqualTo(60);
            assertThat(Arrays.copyOf(wire, 68)).isEqualTo(Arrays.copyOf(packet, 68));
        }
        byte[] report = rtcp(0x1234);
        int length = pair.other.protectRtcp(report, 0, 28);
        assertThat(length).isEqualTo(28 + profile.tailRoomBytes());
        assertThat(pair.one.unprotectRtcp(report, 0, length)).isEqualTo(28);
        assertThat(Arrays.copyOf(report, 28)).isEqualTo(Arrays.copyOf(rtcp(0x1234), 28));
    }

    @ParameterizedTest
    @EnumSource
    void leavesExtensionsReadableAndHidesThePayload(SrtpProfile profile) {
        Pair pair = new Pair(profile);
        byte[] packet = rtp(0x1234, 1);
        packet[8] |= 0x10;
        packet[20] = (byte) 0xbe;
        packet[21] = (byte) 0xde;
        packet[22] = 0;
        packet[23] = 1;
        byte[] wire = packet.clone();

        int length = pair.one.protectRtp(wire, 8, 60);

        assertThat(Arrays.copyOf(wire, 28)).isEqualTo(Arrays.copyOf(packet, 28));
        assertThat(Arrays.copyOfRange(wire, 28, 68))
                .isNotEqualTo(Arrays.copyOfRange(packet, 28, 68));
        assertThat(pair.other.unprotectRtp(wire, 8, length)).isEqualTo(60);
    }

    @ParameterizedTest
    @EnumSource
    void dropsWhatItHasSeenAndWhatIsTooOldButTakesReordered(SrtpProfile profile) {
        Pair pair = new Pair(profile);
        byte[][] sent = new byte[200][];
        int length = 0;
        for (int sequence = 0; sequence < sent.length; sequence++) {
            sent[sequence] = rtp(0x1234, sequence);
            length = pair.one.protectRtp(sent[sequence], 8, 60);
        }
        assertThat(receive(pair, sent[198], length)).isEqualTo(60);
        assertThat(receive(pair, sent[199], length)).isEqualTo(60);
        assertThat(receive(pair, sent[150], length)).isEqualTo(60);
        assertThat(receive(pair, sent[199], length)).isEqualTo(SrtpDrop.REPLAYED.code());
        assertThat(receive(pair, sent[150], length)).isEqualTo(SrtpDrop.REPLAYED.code());
        assertThat(receive(pair, sent[100], length)).isEqualTo(SrtpDrop.REPLAYED.code());
    }

    @ParameterizedTest
    @EnumSource
    void dropsReplayedReports(SrtpProfile profile) {
        Pair pair = new Pair(profile);
        byte[] report = rtcp(7);
        int length = pair.one.protectRtcp(report, 0, 28);
        byte[] again = report.clone();

        assertThat(pair.other.unprotectRtcp(report, 0, length)).isEqualTo(28);
        assertThat(pair.other.unprotectRtcp(again, 0, length)).isEqualTo(SrtpDrop.REPLAYED.code());
    }

    @ParameterizedTest
    @EnumSource
    void everyFlippedBitIsFound(SrtpProfile profile) {
        Pair pair = new Pair(profile);
        byte[] packet = rtp(0x1234, 5);
        int length = pair.one.protectRtp(packet, 8, 60);
        for (int bit = 0; bit < length * 8; bit++) {
            byte[] damaged = packet.clone();
            damaged[8 + bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(pair.other.unprotectRtp(damaged, 8, length)).as("bit %d", bit).isNegative();
        }
        assertThat(pair.other.unprotectRtp(packet, 8, length)).isEqualTo(60);
    }

    @ParameterizedTest
    @EnumSource
    void forgedSourcesFillNothing(SrtpProfile profile) {
        Pair pair = new Pair(profile);
        for (int ssrc = 0; ssrc < 1000; ssrc++) {
            byte[] forged = rtp(ssrc, 1);
            assertThat(pair.other.unprotectRtp(forged, 8, 90))
                    .isEqualTo(SrtpDrop.NOT_AUTHENTIC.code());
        }
        byte[] genuine = rtp(77, 1);
        int length = pair.one.protectRtp(genuine, 8, 60);
        assertThat(pair.other.unprotectRtp(genuine, 8, length)).isEqualTo(60);
    }

    @ParameterizedTest
    @EnumSource
    void anAuthenticPeerHasOnlySoManySources(SrtpProfile profile) {
        Pair pair = new Pair(profile);
        for (int ssrc = 0; ssrc < SrtpSession.MAX_SOURCES; ssrc++) {
            byte[] packet = rtp(ssrc, 1);
            assertThat(pair.other.unprotectRtp(packet, 8, pair.one.protectRtp(packet, 8, 60)))
                    .isEqualTo(60);
        }
        assertThat(pair.one.protectRtp(rtp(99, 1), 8, 60))
                .isEqualTo(SrtpDrop.TOO_MANY_SOURCES.code());
        assertThat(pair.other.unprotectRtp(rtp(99, 1), 8, 90))
                .isEqualTo(SrtpDrop.TOO_MANY_SOURCES.code());
    }

    @ParameterizedTest
    @EnumSource
    void randomBytesAreDroppedQuietly(SrtpProfile profile) {
        Pair pair = new Pair(profile);
        for (int round = 0; round < 20_000; round++) {
            byte[] noise = new byte[1600];
            random.nextBytes(noise);
            int length = random.nextInt(1500);
            noise[8] = random.nextBoolean() ? (byte) (0x80 | (noise[8] & 0x3f)) : noise[8];
            assertThat(pair.other.unprotectRtp(noise, 8, length)).isNegative();
            assertThat(pair.other.unprotectRtcp(noise, 8, length)).isNegative();
        }
    }

    @Test
    void wantsTailRoom() {
        Pair pair = new Pair(SrtpProfile.AEAD_AES_128_GCM);
        byte[] tight = Arrays.copyOf(rtp(1, 1), 70);

        assertThatThrownBy(() -> pair.one.protectRtp(tight, 8, 60))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keysAreNotPrinted() {
        byte[] material = new byte[56];
        Arrays.fill(material, (byte) 0xaa);

        assertThat(SrtpKeys.fromDtls(SrtpProfile.AEAD_AES_128_GCM, material, true).toString())
                .isEqualTo("SrtpKeys(AEAD_AES_128_GCM)");
    }

    private static int receive(Pair pair, byte[] packet, int length) {
        return pair.other.unprotectRtp(packet.clone(), 8, length);
    }

    /** Begins at offset 8 of a 200-byte buffer; 60 bytes long. */
    private static byte[] rtp(int ssrc, int sequence) {
        byte[] packet = new byte[200];
        for (int i = 8; i < 68; i++) {
            packet[i] = (byte) i;
        }
        packet[8] = (byte) 0x80;
        packet[9] = 111;
        packet[10] = (byte) (sequence >> 8);
        packet[11] = (byte) sequence;
        for (int i = 0; i < 4; i++) {
            packet[16 + i] = (byte) (ssrc >> (8 * (3 - i)));
        }
        return packet;
    }

    private static byte[] rtcp(int ssrc) {
        byte[] packet = new byte[100];
        packet[0] = (byte) 0x80;
        packet[1] = (byte) 200;
        packet[3] = 6;
        packet[7] = (byte) ssrc;
        return packet;
    }

    private static String vectorOf(SrtpProfile profile) {
        return switch (profile) {
            case AEAD_AES_128_GCM -> "aead_aes_128_gcm_packets";
            case AES128_CM_HMAC_SHA1_80 -> "aes_cm_128_hmac_sha1_80_packets";
        };
    }

    private static SrtpKeys keysOf(SrtpProfile profile, Config vector) {
        String key = vector.getString("master_key");
        String salt = vector.getString("master_salt");
        return SrtpKeys.fromDtls(profile, HexFormat.of().parseHex(key + key + salt + salt), true);
    }

    private static byte[] hex(Config vector, String name) {
        return HexFormat.of().parseHex(vector.getString(name));
    }

    /** Two ends of one association. */
    private static final class Pair {
        private final SrtpSession one;
        private final SrtpSession other;

        private Pair(SrtpProfile profile) {
            byte[] material = new byte[2 * (profile.keyBytes() + profile.saltBytes())];
            new Random(1).nextBytes(material);
            one = new SrtpSession(SrtpKeys.fromDtls(profile, material, true));
            other = new SrtpSession(SrtpKeys.fromDtls(profile, material, false));
        }
    }
}
