package org.sonnerie.trunk.jain;

import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TooManyListenersException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.DialogTerminatedEvent;
import javax.sip.IOExceptionEvent;
import javax.sip.InvalidArgumentException;
import javax.sip.ListeningPoint;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.SipFactory;
import javax.sip.SipListener;
import javax.sip.SipProvider;
import javax.sip.SipStack;
import javax.sip.TimeoutEvent;
import javax.sip.TransactionTerminatedEvent;
import javax.sip.address.AddressFactory;
import javax.sip.header.AuthorizationHeader;
import javax.sip.header.CSeqHeader;
import javax.sip.header.ContactHeader;
import javax.sip.header.HeaderFactory;
import javax.sip.header.ToHeader;
import javax.sip.header.WWWAuthenticateHeader;
import javax.sip.message.MessageFactory;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.sonnerie.trunk.fake.Sdp;

/**
 * A carrier built on JAIN-SIP: registers one customer, calls him, is called by him. JAIN-SIP's one
 * thread does the work; what happens is told as words in a queue.
 */
public final class JainPeer implements SipListener, AutoCloseable {
    private static final String HERE = "127.0.0.1";
    private static final int PATIENCE_SECONDS = 20;

    private final JainProof proof;
    private final String transport;
    private final SipStack stack;
    private final SipProvider provider;
    private final AddressFactory addresses;
    private final HeaderFactory headers;
    private final MessageFactory messages;
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private volatile boolean answers = true;
    private volatile Optional<ServerTransaction> ringing = Optional.empty();
    private volatile Optional<ClientTransaction> calling = Optional.empty();
    private volatile Optional<Dialog> dialog = Optional.empty();

    /**
     * Listens.
     *
     * @param port free
     * @param transport udp or tcp
     * @param proof what it asks for
     */
    public JainPeer(int port, String transport, JainProof proof) {
        this.transport = transport;
        this.proof = proof;
        try {
            SipFactory factory = SipFactory.getInstance();
            Properties settings = new Properties();
            settings.setProperty("javax.sip.STACK_NAME", "jain.peer-" + port);
            settings.setProperty("gov.nist.javax.sip.TRACE_LEVEL", "0");
            settings.setProperty("gov.nist.javax.sip.THREAD_POOL_SIZE", "1");
            stack = factory.createSipStack(settings);
            addresses = factory.createAddressFactory();
            headers = factory.createHeaderFactory();
            messages = factory.createMessageFactory();
            provider = stack.createSipProvider(stack.createListeningPoint(HERE, port, transport));
            provider.addSipListener(this);
            stack.start();
        } catch (SipException | InvalidArgumentException | TooManyListenersException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From now on calls ring only. */
    public void ringsOnly() {
        answers = false;
    }

    /** Waits until something was told, passing over other words. */
    public void await(String what) throws InterruptedException {
        String word = "";
        while (!word.equals(what)) {
            word =
                    Optional.ofNullable(told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS))
                            .orElseThrow(() -> new AssertionError("JAIN-SIP never told " + what));
        }
    }

    /** Calls a number at a port of this machine. */
    public void call(String number, int port) {
        attempt(() -> {
            String uri = "sip:" + number + "@" + HERE + ":" + port + ";transport=" + transport;
            Request invite =
                    messages.createRequest(
                            addresses.createURI(uri),
                            Request.INVITE,
                            provider.getNewCallId(),
                            headers.createCSeqHeader(1L, Request.INVITE),
                            headers.createFromHeader(
                                    addresses.createAddress("<sip:+33145678901@jain.test>"), "j"),
                            headers.createToHeader(
                                    addresses.createAddress("<sip:" + number + "@jain.test>"),
                                    null),
                            List.of(
                                    headers.createViaHeader(
                                            HERE, point().getPort(), transport, null)),
                            headers.createMaxForwardsHeader(70));
            invite.addHeader(contact());
            invite.setContent(Sdp.OFFER, headers.createContentTypeHeader("application", "sdp"));
            ClientTransaction transaction = provider.getNewClientTransaction(invite);
            calling = Optional.of(transaction);
            transaction.sendRequest();
            dialog = Optional.of(transaction.getDialog());
        });
    }

    /** Takes its call back before it is answered. */
    public void cancel() {
        attempt(() ->
                provider.getNewClientTransaction(calling.orElseThrow().createCancel())
                        .sendRequest());
    }

    /** Ends the call that is up. */
    public void hangUp() {
        attempt(() -> {
            Dialog up = dialog.orElseThrow();
            up.sendRequest(provider.getNewClientTransaction(up.createRequest(Request.BYE)));
        });
    }

    private ListeningPoint point() {
        return provider.getListeningPoint(transport);
    }

    private ContactHeader contact() throws ParseException {
        String uri = "sip:jain@" + HERE + ":" + point().getPort() + ";transport=" + transport;
        return headers.createContactHeader(addresses.createAddress("<" + uri + ">"));
    }

    private interface Attempt {
        void make() throws ParseException, SipException, InvalidArgumentException;
    }

    private void attempt(Attempt attempt) {
        try {
            attempt.make();
        } catch (ParseException | SipException | InvalidArgumentException e) {
            told.add("broke: " + e);
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void processRequest(RequestEvent event) {
        attempt(() -> {
            Request request = event.getRequest();
            if (request.getMethod().equals(Request.ACK)) {
                told.add("ACK");
                return;
            }
            ServerTransaction known = event.getServerTransaction();
            ServerTransaction transaction =
                    known == null ? provider.getNewServerTransaction(request) : known;
            switch (request.getMethod()) {
                case Request.REGISTER -> register(request, transaction);
                case Request.INVITE -> invited(request, transaction);
                case Request.CANCEL -> cancelled(request, transaction);
                default -> {
                    transaction.sendResponse(messages.createResponse(Response.OK, request));
                    told.add(request.getMethod());
                }
            }
        });
    }

    private Response response(int status, Request request) throws ParseException {
        Response response = messages.createResponse(status, request);
        ToHeader to = (ToHeader) response.getHeader(ToHeader.NAME);
        if (to.getTag() == null) {
            to.setTag("jain");
        }
        return response;
    }

    private void register(Request request, ServerTransaction transaction)
            throws ParseException, SipException, InvalidArgumentException {
        var given = (AuthorizationHeader) request.getHeader(AuthorizationHeader.NAME);
        if (!proof.isGiven(Request.REGISTER, given)) {
            Response asks = response(Response.UNAUTHORIZED, request);
            WWWAuthenticateHeader challenge = headers.createWWWAuthenticateHeader("Digest");
            proof.put(challenge);
            asks.addHeader(challenge);
            transaction.sendResponse(asks);
            return;
        }
        Response granted = response(Response.OK, request);
        ContactHeader contact = (ContactHeader) request.getHeader(ContactHeader.NAME);
        contact.setExpires(request.getExpires().getExpires());
        granted.addHeader(contact);
        transaction.sendResponse(granted);
        told.add("registered for " + request.getExpires().getExpires() + " s");
    }

    private void invited(Request request, ServerTransaction transaction)
            throws ParseException, SipException, InvalidArgumentException {
        var given = (AuthorizationHeader) request.getHeader("Proxy-Authorization");
        if (!proof.isGiven(Request.INVITE, given)) {
            Response asks = response(Response.PROXY_AUTHENTICATION_REQUIRED, request);
            WWWAuthenticateHeader challenge = headers.createProxyAuthenticateHeader("Digest");
            proof.put(challenge);
            asks.addHeader(challenge);
            transaction.sendResponse(asks);
            return;
        }
        ringing = Optional.of(transaction);
        Response rings = response(Response.RINGING, request);
        rings.addHeader(contact());
        transaction.sendResponse(rings);
        if (answers) {
            Response answer = response(Response.OK, request);
            answer.addHeader(contact());
            answer.setContent(Sdp.ANSWER, headers.createContentTypeHeader("application", "sdp"));
            transaction.sendResponse(answer);
            dialog = Optional.of(transaction.getDialog());
        }
    }

    private void cancelled(Request request, ServerTransaction transaction)
            throws ParseException, SipException, InvalidArgumentException {
        transaction.sendResponse(response(Response.OK, request));
        ServerTransaction invite = ringing.orElseThrow();
        invite.sendResponse(response(Response.REQUEST_TERMINATED, invite.getRequest()));
        told.add("CANCEL");
    }

    @Override
    public void processResponse(ResponseEvent event) {
        attempt(() -> {
            Response response = event.getResponse();
            CSeqHeader cseq = (CSeqHeader) response.getHeader(CSeqHeader.NAME);
            boolean accepted = response.getStatusCode() == Response.OK;
            if (accepted && cseq.getMethod().equals(Request.INVITE)) {
                Dialog up = event.getDialog();
                up.sendAck(up.createAck(cseq.getSeqNumber()));
            }
            told.add(response.getStatusCode() + " to " + cseq.getMethod());
        });
    }

    @Override
    public void processTimeout(TimeoutEvent event) {
        told.add("timeout");
    }

    @Override
    public void processIOException(IOExceptionEvent event) {
        told.add("no way to " + event.getHost());
    }

    @Override
    public void processTransactionTerminated(TransactionTerminatedEvent event) {}

    @Override
    public void processDialogTerminated(DialogTerminatedEvent event) {}

    @Override
    public void close() {
        stack.stop();
    }
}
