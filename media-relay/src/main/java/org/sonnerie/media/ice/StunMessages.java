package org.sonnerie.media.ice;

import java.net.InetSocketAddress;
import java.util.Optional;
import org.ice4j.StunException;
import org.ice4j.Transport;
import org.ice4j.TransportAddress;
import org.ice4j.attribute.Attribute;
import org.ice4j.message.Message;
import org.ice4j.message.MessageFactory;
import org.ice4j.message.Request;
import org.ice4j.message.Response;

/** The border to ice4j's STUN codec. */
final class StunMessages {
    private StunMessages() {}

    /**
     * Decodes the authentic part of a binding request.
     *
     * @return nothing if the codec refuses it
     */
    static Optional<Request> decode(byte[] buffer, int offset, StunFrame frame) {
        int length = frame.integrityAt();
        byte[] authentic = new byte[length];
        System.arraycopy(buffer, offset, authentic, 0, length);
        authentic[2] = (byte) ((length - StunFrame.HEADER_BYTES) >> 8);
        authentic[3] = (byte) (length - StunFrame.HEADER_BYTES);
        try {
            return Message.decode(authentic, 0, length) instanceof Request request
                    ? Optional.of(request)
                    : Optional.empty();
        } catch (StunException | RuntimeException refused) {
            // The codec's attribute decoders index without checks; its word for that is this too.
            return Optional.empty();
        }
    }

    static boolean nominates(Request request) {
        return request.containsAttribute(Attribute.USE_CANDIDATE);
    }

    static boolean claimsControlled(Request request) {
        return request.containsAttribute(Attribute.ICE_CONTROLLED);
    }

    static byte[] success(Request request, InetSocketAddress from) {
        TransportAddress mapped =
                new TransportAddress(from.getAddress(), from.getPort(), Transport.UDP);
        return encode(
                MessageFactory.createBindingResponse(request, mapped), request.getTransactionID());
    }

    static byte[] error(byte[] transaction, int code, char[] unknownAttributes) {
        Response response =
                unknownAttributes.length == 0
                        ? MessageFactory.createBindingErrorResponse((char) code)
                        : MessageFactory.createBindingErrorResponse(
                                (char) code, "", unknownAttributes);
        return encode(response, transaction);
    }

    @SuppressWarnings("NullAway") // the stack is only needed to sign, which StunKey does
    private static byte[] encode(Response response, byte[] transaction) {
        try {
            response.setTransactionID(transaction);
        } catch (StunException impossible) {
            throw new IllegalStateException(impossible);
        }
        return response.encode(null);
    }
}
