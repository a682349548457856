package org.sonnerie.e2e.carrier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A public phone network of our own, small and steady: SIP over UDP, G.711, RFC 4733. What it does
 * not know it does not answer; strangers to our code (sipp, baresip) stand beside it.
 */
public final class SoftCarrier implements AutoCloseable {
    private final DatagramSocket socket;
    private final Map<String, SoftCall> calls = new ConcurrentHashMap<>();
    private final LinkedBlockingQueue<SoftCall> incoming = new LinkedBlockingQueue<>();
    private final Terms terms;
    private volatile Conduct conduct = Conduct.ANSWERS;

    private SoftCarrier(DatagramSocket socket, Terms terms) {
        this.socket = socket;
        this.terms = terms;
    }

    /**
     * Opens for business.
     *
     * @param port for SIP; 0 = any
     * @param terms for calls that come in; their address is bound
     * @return to be closed
     */
    public static SoftCarrier open(int port, Terms terms) {
        try {
            DatagramSocket socket = new DatagramSocket(null);
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(terms.from(), port));
            SoftCarrier carrier = new SoftCarrier(socket, terms);
            Thread.ofVirtual().name("carrier").start(carrier::receive);
            return carrier;
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Where it listens.
     *
     * @return a port of the terms' address
     */
    public int port() {
        return socket.getLocalPort();
    }

    /** Its own address as it stands in a URI. */
    String host() {
        String literal = terms.address();
        return literal.contains(":") ? "[" + literal + "]" : literal;
    }

    /**
     * What it does with calls from now on.
     *
     * @param next the conduct
     */
    public void conduct(Conduct next) {
        conduct = next;
    }

    /**
     * Places a call.
     *
     * @param number E.164, in the Request-URI
     * @param sipPort of the product, at the address of the terms
     * @param offered for this call
     * @return the call, its INVITE sent
     */
    public SoftCall call(String number, int sipPort, Terms offered) {
        InetSocketAddress to = new InetSocketAddress(terms.from(), sipPort);
        String id = UUID.randomUUID() + "@carrier.invalid";
        SoftCall call = new SoftCall(new SipLeg(this, id, to), offered);
        calls.put(id, call);
        call.invite(number);
        return call;
    }

    /**
     * Waits for the next call to come in.
     *
     * @return the call, already treated as the conduct says
     */
    public SoftCall awaitCall() {
        try {
            SoftCall call = incoming.poll(SoftCall.LIMIT.toSeconds(), TimeUnit.SECONDS);
            if (call == null) {
                throw new AssertionError("no call came to the carrier");
            }
            return call;
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    void send(SipText message, SocketAddress to) {
        byte[] bytes = message.bytes();
        try {
            socket.send(new DatagramPacket(bytes, bytes.length, to));
        } catch (IOException e) {
            // Lost; whoever needs it sends it again.
        }
    }

    private void receive() {
        byte[] buffer = new byte[65_536];
        while (!socket.isClosed()) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(packet);
                handle(SipText.parse(buffer, packet.getLength()), packet.getSocketAddress());
            } catch (IOException e) {
                // An ICMP error of an earlier packet, or the end.
            }
        }
    }

    private void handle(SipText message, SocketAddress from) {
        SoftCall call = calls.get(message.header("Call-ID"));
        if (call != null) {
            call.receive(message);
        } else if (message.isRequest() && message.method().equals("INVITE")) {
            accept(message, from);
        } else if (message.isRequest() && message.method().equals("OPTIONS")) {
            send(message.response("200 OK", "options", List.of(), ""), from);
        }
    }

    private void accept(SipText invite, SocketAddress from) {
        String id = invite.header("Call-ID");
        SoftCall call = new SoftCall(new SipLeg(this, id, from), terms);
        calls.put(id, call);
        call.incoming(invite, conduct);
        incoming.add(call);
    }

    @Override
    public void close() {
        calls.values().forEach(SoftCall::close);
        socket.close();
    }
}
