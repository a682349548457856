package org.sonnerie.e2e.carrier;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Collectors;
import org.sonnerie.e2e.sound.G711;
import org.sonnerie.e2e.sound.Voice;

/**
 * What a carrier offers for one call and who speaks.
 *
 * @param voice heard from the carrier's side
 * @param name what the caller calls itself, as it is quoted in From; empty: nothing
 * @param number the caller's, E.164
 * @param laws offered or accepted, best first
 * @param address an IP literal of this machine that its SIP and its sound come from
 * @param sdpAddress stands in the SDP, whatever the sound comes from
 * @param events whether keys are RFC 4733 events, else tones
 */
public record Terms(
        Voice voice,
        String name,
        String number,
        List<G711> laws,
        String address,
        String sdpAddress,
        boolean events) {
    /** The payload type of RFC 4733 events here. */
    static final int EVENTS = 101;

    /** Copies the list. */
    public Terms {
        laws = List.copyOf(laws);
    }

    /**
     * A decent carrier: both laws, its own address.
     *
     * @param voice heard from its side
     * @return the terms
     */
    public static Terms of(Voice voice) {
        return new Terms(
                voice,
                "",
                "+33699000001",
                List.of(G711.PCMA, G711.PCMU),
                "127.0.0.1",
                "127.0.0.1",
                true);
    }

    /**
     * The same from another caller.
     *
     * @param caller his number, E.164
     * @return changed terms
     */
    public Terms calledBy(String caller) {
        return new Terms(voice, name, caller, laws, address, sdpAddress, events);
    }

    /**
     * The same from somebody with a name.
     *
     * @param called any text without quotes and backslashes
     * @return changed terms
     */
    public Terms named(String called) {
        return new Terms(voice, called, number, laws, address, sdpAddress, events);
    }

    /**
     * The same from another address.
     *
     * @param literal of this machine, IPv4 or IPv6
     * @return changed terms
     */
    public Terms at(String literal) {
        return new Terms(voice, name, number, laws, literal, literal, events);
    }

    /**
     * Only one law.
     *
     * @param law which
     * @return changed terms
     */
    public Terms only(G711 law) {
        return new Terms(voice, name, number, List.of(law), address, sdpAddress, events);
    }

    /**
     * Another address in the SDP than the true one.
     *
     * @param said an IP literal
     * @return changed terms
     */
    public Terms sayingAddress(String said) {
        return new Terms(voice, name, number, laws, address, said, events);
    }

    /**
     * An old one, without RFC 4733.
     *
     * @return changed terms
     */
    public Terms withoutEvents() {
        return new Terms(voice, name, number, laws, address, sdpAddress, false);
    }

    InetAddress from() {
        return InetAddress.ofLiteral(address);
    }

    String sdp(int port) {
        String types =
                laws.stream().map(law -> "" + law.payloadType()).collect(Collectors.joining(" "));
        String maps =
                laws.stream()
                        .map(law -> "a=rtpmap:" + law.payloadType() + " " + law + "/8000\r\n")
                        .collect(Collectors.joining());
        if (events) {
            types += " " + EVENTS;
            maps += "a=rtpmap:101 telephone-event/8000\r\na=fmtp:101 0-15\r\n";
        }
        String family = sdpAddress.contains(":") ? "IP6 " : "IP4 ";
        return """
        v=0
        o=carrier 1 1 IN %1$s
        s=-
        c=IN %1$s
        t=0 0
        m=audio %2$d RTP/AVP %3$s
        %4$sa=ptime:20
        a=sendrecv
        """
                .formatted(family + sdpAddress, port, types, maps.replace("\r", ""))
                .replace("\n", "\r\n");
    }
}
