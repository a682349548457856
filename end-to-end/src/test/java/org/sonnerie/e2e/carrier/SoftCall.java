package org.sonnerie.e2e.carrier;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One call at the carrier. The carrier's thread and the test's use it; its monitor guards it and
 * tells of every change.
 */
public final class SoftCall implements AutoCloseable {
    static final Duration LIMIT = Duration.ofSeconds(30);
    private static final long RETRANSMIT_MILLIS = 500;

    private final SipLeg leg;
    private final Terms terms;
    private final Line line;
    private final List<Integer> statuses = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private @Nullable SipText invite;
    private @Nullable SipText lastResponse;
    private Instant invited = Instant.MAX;
    private boolean outgoing;
    private boolean acknowledged;
    private boolean byeAnswered;
    private boolean ended;

    SoftCall(SipLeg leg, Terms terms) {
        this.leg = leg;
        this.terms = terms;
        line = new Line(terms);
    }

    /**
     * Its sound.
     *
     * @return the carrier's end of it
     */
    public Line line() {
        return line;
    }

    /**
     * Its name in SIP.
     *
     * @return the Call-ID
     */
    public String callId() {
        return leg.callId();
    }

    /**
     * Responses to the INVITE that came so far.
     *
     * @return status codes in order
     */
    public synchronized List<Integer> statuses() {
        return List.copyOf(statuses);
    }

    /**
     * Requests that came in this call so far.
     *
     * @return methods in order, without retransmissions
     */
    public synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    /**
     * The INVITE that came in.
     *
     * @return its Request-URI
     */
    public synchronized String calledUri() {
        return Optional.ofNullable(invite).map(SipText::requestUri).orElse("");
    }

    /**
     * When its INVITE was first sent.
     *
     * @return by this machine's clock; for calls this side placed
     */
    public synchronized Instant invited() {
        return invited;
    }

    /**
     * The address the other side gave for what follows.
     *
     * @return the URI of its Contact, in the INVITE that came in or the last response
     */
    public synchronized String contactUri() {
        return leg.target();
    }

    synchronized void invite(String number) {
        outgoing = true;
        leg.calls(terms.name(), terms.number(), number);
        SipText first = leg.request("INVITE", List.of(leg.contact()), terms.sdp(line.port()));
        invite = first;
        invited = Instant.now();
        again(first, () -> !statuses.isEmpty());
    }

    synchronized void incoming(SipText request, Conduct conduct) {
        invite = request;
        requests.add("INVITE");
        leg.isCalledBy(request);
        line.agree(request.body(), terms);
        respond("100 Trying", "");
        if (conduct == Conduct.ANSWERS) {
            respond("180 Ringing", "");
        }
        boolean withSdp = conduct == Conduct.ANSWERS || conduct == Conduct.PLAYS_EARLY_MEDIA;
        respond(conduct.status(), withSdp ? terms.sdp(line.port()) : "");
    }

    /** Answers a call that was left ringing. */
    public synchronized void answer() {
        respond("200 OK", terms.sdp(line.port()));
    }

    /**
     * Refuses a call that was left ringing.
     *
     * @param status such as {@code 480 Temporarily Unavailable}
     */
    public synchronized void refuse(String status) {
        respond(status, "");
    }

    private void respond(String status, String sdp) {
        SipText response = response(current(), status, sdp);
        lastResponse = response;
        leg.send(response);
    }

    private SipText response(SipText request, String status, String sdp) {
        return request.response(status, leg.localTag(), List.of(leg.contact()), sdp);
    }

    private SipText current() {
        SipText there = invite;
        if (there == null) {
            throw new IllegalStateException("no INVITE yet");
        }
        return there;
    }

    synchronized void receive(SipText message) {
        if (message.isRequest()) {
            receiveRequest(message);
        } else {
            receiveResponse(message);
        }
        notifyAll();
    }

    private void receiveRequest(SipText request) {
        String method = request.method();
        if (method.equals("INVITE")) {
            receiveInvite(request);
            return;
        }
        requests.add(method);
        switch (method) {
            case "ACK" -> acknowledged = true;
            case "BYE" -> {
                leg.send(response(request, "200 OK", ""));
                ended = true;
            }
            case "CANCEL" -> {
                leg.send(response(request, "200 OK", ""));
                respond("487 Request Terminated", "");
                ended = true;
            }
            default -> leg.send(response(request, "200 OK", ""));
        }
    }

    private void receiveInvite(SipText request) {
        SipText known = lastResponse;
        if (known != null && known.header("CSeq").equals(request.header("CSeq"))) {
            leg.send(known);
            return;
        }
        requests.add("INVITE");
        if (!outgoing) {
            invite = request;
        }
        line.agree(request.body(), terms);
        SipText ok = response(request, "200 OK", terms.sdp(line.port()));
        lastResponse = ok;
        leg.send(ok);
    }

    private void receiveResponse(SipText response) {
        switch (response.method()) {
            case "INVITE" -> receiveInviteResponse(response);
            case "BYE" -> {
                byeAnswered = true;
                ended = true;
            }
            default -> {}
        }
    }

    private void receiveInviteResponse(SipText response) {
        int status = response.status();
        statuses.add(status);
        if (!response.body().isEmpty()) {
            line.agree(response.body(), terms);
        }
        if (status >= 300) {
            leg.send(leg.sibling(current(), "ACK", response.header("To")));
            ended = true;
        } else if (status >= 200) {
            leg.follow(response);
            leg.send(leg.request("ACK", List.of(), ""));
        }
    }

    /**
     * Sends a request until it is answered (RFC 3261 section 17.1, without its last refinements).
     */
    private void again(SipText request, BooleanSupplier answered) {
        leg.send(request);
        Thread.ofVirtual().name("again").start(() -> keepSending(request, answered));
    }

    private synchronized void keepSending(SipText request, BooleanSupplier answered) {
        try {
            for (int i = 0; i < 7 && !answered.getAsBoolean(); i++) {
                wait(RETRANSMIT_MILLIS << Math.min(i, 3));
                if (!answered.getAsBoolean()) {
                    leg.send(request);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Waits for a response to the INVITE.
     *
     * @param status such as 180 or 486
     * @return this
     */
    public SoftCall awaitStatus(int status) {
        return await("status " + status, () -> statuses.contains(status));
    }

    /**
     * Waits until it stands, whoever called.
     *
     * @return this
     */
    public SoftCall awaitAnswered() {
        return await("answered", () -> acknowledged || statuses.contains(200));
    }

    /**
     * Waits until the other side ended it.
     *
     * @return this
     */
    public SoftCall awaitEnded() {
        return await("ended", () -> ended);
    }

    /**
     * Waits for keys the other side pressed.
     *
     * @param digits all of them so far
     * @return this
     */
    public SoftCall awaitPressed(String digits) {
        return await("keys " + digits, () -> line.pressed().equals(digits));
    }

    /**
     * Whether it is over.
     *
     * @return true after BYE, CANCEL or a refusal
     */
    public synchronized boolean ended() {
        return ended;
    }

    private synchronized SoftCall await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        try {
            while (!condition.getAsBoolean()) {
                if (System.nanoTime() > end) {
                    throw new AssertionError(what + " did not come; " + this);
                }
                wait(50);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(what + ": interrupted", e);
        }
        return this;
    }

    /** Hangs up, or gives up when not yet answered. */
    public synchronized void hangUp() {
        if (ended) {
            return;
        }
        if (outgoing && !statuses.contains(200)) {
            SipText first = current();
            leg.send(leg.sibling(first, "CANCEL", first.header("To")));
        } else {
            again(leg.request("BYE", List.of(), ""), () -> byeAnswered);
        }
    }

    @Override
    public void close() {
        hangUp();
        line.close();
    }

    @Override
    public synchronized String toString() {
        return "call "
                + leg.callId()
                + ": got "
                + statuses
                + " "
                + requests
                + ", keys "
                + line.pressed()
                + ", "
                + line.packets()
                + " packets of sound";
    }
}
