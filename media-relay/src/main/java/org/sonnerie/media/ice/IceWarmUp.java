package org.sonnerie.media.ice;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.ice4j.StunException;
import org.ice4j.attribute.AttributeFactory;
import org.ice4j.message.MessageFactory;
import org.ice4j.message.Request;
import org.sonnerie.media.api.Transport;

/** Loads the STUN codec and its settings, which take seconds the first time. */
public final class IceWarmUp {
    private static final IceCredentials LOCAL =
            new IceCredentials("warm", "abcdefghijklmnopqrstuv");
    private static final IceCredentials REMOTE =
            new IceCredentials("upup", "ABCDEFGHIJKLMNOPQRSTUV");

    private IceWarmUp() {}

    /**
     * Runs checks and refusals through a session.
     *
     * @param rounds how often
     * @return whether each was answered as it should: the self-test of the codec
     */
    public static boolean run(int rounds) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);
        IcePair pair = new IcePair(address, address, Transport.UDP);
        IceSession session = new IceSession(LOCAL, REMOTE, 0);
        boolean right = true;
        for (int round = 0; round < rounds; round++) {
            byte[] check = check(round, LOCAL.password());
            byte[] forged = check(round, REMOTE.password());
            right &=
                    session.receive(check, 0, check.length, pair, round)
                            instanceof IceResult.Accepted;
            right &=
                    session.receive(forged, 0, forged.length, pair, round)
                            instanceof IceResult.Refused;
        }
        return right;
    }

    @SuppressWarnings("NullAway") // the stack is only needed to sign, which StunKey does
    private static byte[] check(int round, String password) {
        try {
            Request request = MessageFactory.createBindingRequest(1_845_501_695L, true, round);
            request.setTransactionID(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, (byte) round});
            request.putAttribute(
                    AttributeFactory.createUsernameAttribute(
                            (LOCAL.ufrag() + ":" + REMOTE.ufrag())
                                    .getBytes(StandardCharsets.US_ASCII)));
            return new StunKey(password).seal(request.encode(null));
        } catch (StunException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
