package org.sonnerie.media.ice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.sonnerie.media.api.Transport;
import org.sonnerie.media.ice.IceResult.Accepted;
import org.sonnerie.media.ice.IceResult.Cause;
import org.sonnerie.media.ice.IceResult.Change;
import org.sonnerie.media.ice.IceResult.Dropped;
import org.sonnerie.media.ice.IceResult.Refused;

class IceSessionTest {
    private static final IceCredentials OURS = new IceCredentials("ours", "ourPasswordOf22Letters");
    private static final IceCredentials THEIRS =
            new IceCredentials("them", "theirPasswordOf22Chars");
    private static final IceCredentials OURS_AGAIN =
            new IceCredentials("our2", "anotherPasswordOf22Let");
    private static final IceCredentials THEIRS_AGAIN =
            new IceCredentials("the2", "theirOtherPassword22Ch");
    private static final InetSocketAddress RELAY = new InetSocketAddress("192.0.2.1", 10000);
    private static final IcePair WIFI = udp("192.0.2.50", 50001);
    private static final IcePair MOBILE = udp("2001:db8::7", 50002);
    private static final IcePair STRANGER = udp("203.0.113.9", 666);

    private final IceSession session = new IceSession(OURS, THEIRS, 0);
    private long transaction;
    private long nowNanos;

    private static IcePair udp(String address, int port) {
        return new IcePair(RELAY, new InetSocketAddress(address, port), Transport.UDP);
    }

    /** From the same end, by TCP. */
    private static IcePair tcp(IcePair like) {
        return new IcePair(like.local(), like.remote(), Transport.TCP);
    }

    @Test
    void aCheckMakesItsPairValid() {
        assertThat(session.selected()).isNull();

        assertThat(change(check(), WIFI)).isEqualTo(Change.VALIDATED);

        assertThat(session.selected()).isEqualTo(WIFI);
        assertThat(session.isValidated(WIFI)).isTrue();
        assertThat(session.isValidated(MOBILE)).isFalse();
        assertThat(change(check(), WIFI)).isEqualTo(Change.NONE);
    }

    @Test
    void aNominationSelects() {
        change(check(), WIFI);
        change(check(), MOBILE);
        assertThat(session.selected()).isEqualTo(WIFI);

        assertThat(change(check().nominating(), MOBILE)).isEqualTo(Change.SELECTED);

        assertThat(session.selected()).isEqualTo(MOBILE);
    }

    @Test
    void byTcpAndByUdpAreTwoPairsAndTheNewestNominationWins() {
        change(check().nominating(), tcp(WIFI));
        assertThat(session.selected()).isEqualTo(tcp(WIFI));
        assertThat(session.isValidated(tcp(WIFI))).isTrue();
        assertThat(session.isValidated(WIFI)).isFalse();

        assertThat(change(check(), WIFI)).isEqualTo(Change.VALIDATED);
        assertThat(session.selected()).isEqualTo(tcp(WIFI));
        assertThat(change(check().nominating(), WIFI)).isEqualTo(Change.SELECTED);
        assertThat(session.selected()).isEqualTo(WIFI);
    }

    @Test
    void aCheckThatIsPlayedBackByTheOtherTransportIsDropped() {
        byte[] recorded = check().nominating().signed(OURS.password());
        assertThat(receive(recorded, WIFI)).isInstanceOf(Accepted.class);

        assertThat(receive(recorded, tcp(WIFI))).isEqualTo(new Dropped(Cause.REPLAYED));
        assertThat(session.selected()).isEqualTo(WIFI);
    }

    @Test
    void whenThePairInUseIsGoneTheOneHeardLastTakesItsPlace() {
        change(check(), MOBILE);
        nowNanos += 1;
        change(check(), WIFI);
        change(check().nominating(), tcp(WIFI));

        session.gone(tcp(MOBILE));
        assertThat(session.selected()).isEqualTo(tcp(WIFI));
        session.gone(tcp(WIFI));
        assertThat(session.selected()).isEqualTo(WIFI);
        assertThat(session.isValidated(tcp(WIFI))).isFalse();
        session.gone(WIFI);
        assertThat(session.selected()).isEqualTo(MOBILE);
        session.gone(MOBILE);
        assertThat(session.selected()).isNull();
        assertThat(change(check().nominating(), tcp(WIFI))).isEqualTo(Change.SELECTED);
    }

    @Test
    void theNewestNominationWins() {
        assertThat(change(check().nominating(), WIFI)).isEqualTo(Change.SELECTED);
        assertThat(change(check().nominating(), WIFI)).isEqualTo(Change.NONE);
        assertThat(change(check().nominating(), MOBILE)).isEqualTo(Change.SELECTED);
        assertThat(change(check(), WIFI)).isEqualTo(Change.NONE);
        assertThat(session.selected()).isEqualTo(MOBILE);
        assertThat(change(check().nominating(), WIFI)).isEqualTo(Change.SELECTED);
        assertThat(session.selected()).isEqualTo(WIFI);
    }

    @Test
    void aWrongPasswordIsRefusedAndChangesNothing() {
        byte[] forged = check().nominating().signed(THEIRS.password());

        assertThat(receive(forged, STRANGER))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(401));
        assertUntouched();
    }

    @Test
    void aCheckWithoutIntegrityIsABadRequest() {
        assertThat(receive(check().nominating().unsigned(), STRANGER))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(400));
        assertUntouched();
    }

    @Test
    void anotherUserNameGetsNoAnswer() {
        String[] names = {"ours:other", "them:ours", "ours", "ours:them2", "ours:"};
        for (String name : names) {
            byte[] check = StunChecks.check(++transaction, name).signed(OURS.password());
            assertThat(receive(check, STRANGER)).isEqualTo(new Dropped(Cause.UNKNOWN_USER));
        }
        assertUntouched();
    }

    @Test
    void whoClaimsToBeControlledIsToldToSwitch() {
        byte[] check =
                StunChecks.bindingRequest(++transaction)
                        .with(StunChecks.USERNAME, "ours:them".getBytes(StandardCharsets.US_ASCII))
                        .with(StunChecks.ICE_CONTROLLED, new byte[8])
                        .signed(OURS.password());

        assertThat(receive(check, WIFI))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> {
                            assertThat(refused.code()).isEqualTo(487);
                            assertSigned(refused.reply());
                        });
        assertUntouched();
    }

    @Test
    void anUnknownRequiredAttributeIsNamedInTheRefusal() {
        byte[] check = check().with(0x7abc, new byte[4]).signed(OURS.password());

        assertThat(receive(check, WIFI))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> {
                            assertThat(refused.code()).isEqualTo(420);
                            assertThat(refused.reply().bytes()).contains(0x7a, 0xbc);
                            assertSigned(refused.reply());
                        });
        assertUntouched();
    }

    @Test
    void whatFollowsTheIntegrityIsNotBelieved() {
        byte[] honest = check().signed(OURS.password());
        byte[] extended = new byte[honest.length - 4];
        System.arraycopy(honest, 0, extended, 0, honest.length - 8);
        extended[extended.length - 4] = 0;
        extended[extended.length - 3] = StunChecks.USE_CANDIDATE;
        extended[3] = (byte) (extended.length - 20);
        change(check().nominating(), WIFI);

        assertThat(receive(extended, STRANGER)).isInstanceOf(Accepted.class);

        assertThat(session.selected()).isEqualTo(WIFI);
    }

    @Test
    void aRecordedCheckFromElsewhereIsAReplay() {
        byte[] check = check().nominating().signed(OURS.password());
        assertThat(receive(check, WIFI)).isInstanceOf(Accepted.class);
        assertThat(receive(check, WIFI)).isInstanceOf(Accepted.class);

        assertThat(receive(check, STRANGER)).isEqualTo(new Dropped(Cause.REPLAYED));

        assertThat(session.selected()).isEqualTo(WIFI);
        assertThat(session.isValidated(STRANGER)).isFalse();
    }

    @Test
    void consentEndsThirtySecondsAfterTheLastCheckOnTheSelectedPair() {
        change(check().nominating(), WIFI);
        nowNanos = TimeUnit.SECONDS.toNanos(20);
        change(check(), MOBILE);
        assertThat(session.lastAuthenticNanos()).isEqualTo(nowNanos);
        assertThat(session.isConsentExpired(TimeUnit.SECONDS.toNanos(30))).isFalse();

        assertThat(session.isConsentExpired(TimeUnit.SECONDS.toNanos(31))).isTrue();

        nowNanos = TimeUnit.SECONDS.toNanos(40);
        change(check(), WIFI);
        assertThat(session.isConsentExpired(TimeUnit.SECONDS.toNanos(41))).isFalse();
    }

    @Test
    void consentEndsWithoutAnyCheckToo() {
        assertThat(session.isConsentExpired(TimeUnit.SECONDS.toNanos(29))).isFalse();
        assertThat(session.isConsentExpired(TimeUnit.SECONDS.toNanos(31))).isTrue();
    }

    @Test
    void aRestartKeepsTheOldPairUntilTheNewOneIsNominated() {
        change(check().nominating(), WIFI);

        session.restart(OURS_AGAIN, THEIRS_AGAIN);

        assertThat(session.localUfrags()).containsExactly("our2", "ours");
        assertThat(session.selected()).isEqualTo(WIFI);
        assertThat(change(check(), WIFI)).isEqualTo(Change.NONE);
        assertThat(changeAfterRestart(checkAfterRestart(), MOBILE)).isEqualTo(Change.VALIDATED);
        assertThat(session.selected()).isEqualTo(WIFI);

        assertThat(changeAfterRestart(checkAfterRestart().nominating(), MOBILE))
                .isEqualTo(Change.RESTARTED);

        assertThat(session.selected()).isEqualTo(MOBILE);
        assertThat(session.localUfrags()).containsExactly("our2");
        assertThat(session.isValidated(WIFI)).isFalse();
        assertThat(receive(check().signed(OURS.password()), WIFI))
                .isEqualTo(new Dropped(Cause.UNKNOWN_USER));
    }

    @Test
    void aSecondRestartReplacesTheOneUnderWay() {
        change(check().nominating(), WIFI);
        session.restart(new IceCredentials("lost", OURS.password()), THEIRS_AGAIN);

        session.restart(OURS_AGAIN, THEIRS_AGAIN);

        assertThat(session.localUfrags()).containsExactly("our2", "ours");
        assertThat(change(check().nominating(), MOBILE)).isEqualTo(Change.SELECTED);
        assertThat(changeAfterRestart(checkAfterRestart().nominating(), WIFI))
                .isEqualTo(Change.RESTARTED);
    }

    @Test
    void manyPairsDoNotPushOutTheSelectedOne() {
        change(check().nominating(), WIFI);
        for (int port = 1; port <= 200; port++) {
            nowNanos++;
            change(check(), udp("192.0.2.50", port));
        }

        assertThat(session.isValidated(WIFI)).isTrue();
        assertThat(session.isValidated(udp("192.0.2.50", 200))).isTrue();
        assertThat(session.isValidated(udp("192.0.2.50", 1))).isFalse();
    }

    private void assertUntouched() {
        assertThat(session.selected()).isNull();
        assertThat(session.isValidated(STRANGER)).isFalse();
        assertThat(session.lastAuthenticNanos()).isZero();
    }

    private static void assertSigned(IceReply reply) {
        byte[] bytes = reply.bytes();
        StunFrame frame = Objects.requireNonNull(StunFrame.of(bytes, 0, bytes.length));
        assertThat(frame.isIntact()).isTrue();
        assertThat(new StunKey(OURS.password()).authenticates(bytes, 0, frame)).isTrue();
    }

    private StunChecks check() {
        return StunChecks.check(++transaction, "ours:them");
    }

    private StunChecks checkAfterRestart() {
        return StunChecks.check(++transaction, "our2:the2");
    }

    private Change change(StunChecks check, IcePair pair) {
        return ((Accepted) receive(check.signed(OURS.password()), pair)).change();
    }

    private Change changeAfterRestart(StunChecks check, IcePair pair) {
        return ((Accepted) receive(check.signed(OURS_AGAIN.password()), pair)).change();
    }

    private IceResult receive(byte[] datagram, IcePair pair) {
        return session.receive(datagram, 0, datagram.length, pair, nowNanos);
    }
}
