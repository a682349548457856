package org.sonnerie.trunk.sip;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * All transactions (RFC 3261 section 17): matches messages to them and keeps their time. Owned by
 * one thread, or by one lock.
 */
public final class TransactionLayer {
    private static final int MAX_SERVER_TRANSACTIONS = 20_000;

    private record Client(ClientTransaction transaction, Hop hop) {}

    private record Server(ServerTransaction transaction, Hop back) {}

    private record Alarm(Instant at, Object key) {}

    private final Map<ClientKey, Client> clients = new HashMap<>();
    private final Map<ServerKey, Server> servers = new HashMap<>();
    // Alarms are not taken back: one that rings too early finds nothing due.
    private final PriorityQueue<Alarm> alarms =
            new PriorityQueue<>((a, b) -> a.at().compareTo(b.at()));
    private List<TransactionOutput> outputs = new ArrayList<>();

    /**
     * Sends a request in a transaction of its own.
     *
     * @param request any but ACK, with our Via and a new branch
     * @param hop where to
     * @param now the time
     */
    public void request(SipRequest request, Hop hop, Instant now) {
        ClientTransaction.Step step =
                request.is("INVITE")
                        ? InviteClientTransaction.start(request, hop.reliable(), now)
                        : NonInviteClientTransaction.start(request, hop.reliable(), now);
        keep(ClientKey.of(request), hop, step);
    }

    /**
     * Answers a request. Does nothing if its transaction is over.
     *
     * @param key of the request
     * @param response provisional or final
     * @param now the time
     */
    public void respond(ServerKey key, SipResponse response, Instant now) {
        Server server = servers.get(key);
        if (server != null) {
            keep(key, server.back(), server.transaction().respond(response, now));
        }
    }

    /**
     * Tells whether a request is still remembered.
     *
     * @param key of the request
     * @return false once its transaction is over
     */
    public boolean knows(ServerKey key) {
        return servers.containsKey(key);
    }

    /**
     * A message came.
     *
     * @param message well-formed
     * @param source where from
     * @param now the time
     */
    public void receive(SipMessage message, Hop source, Instant now) {
        switch (message) {
            case SipRequest request -> receive(request, source, now);
            case SipResponse response -> receive(response, now);
        }
    }

    private void receive(SipResponse response, Instant now) {
        ClientKey key = ClientKey.of(response);
        Client client = clients.get(key);
        if (client == null) {
            outputs.add(new TransactionOutput.Stray());
            return;
        }
        keep(key, client.hop(), client.transaction().on(response, now));
    }

    private void receive(SipRequest request, Hop source, Instant now) {
        ServerKey key = ServerKey.of(request);
        Server known = servers.get(key);
        if (known != null) {
            keep(key, known.back(), known.transaction().on(request, now));
            return;
        }
        if (request.is("ACK")) {
            outputs.add(new TransactionOutput.Ack(request));
            return;
        }
        if (servers.size() >= MAX_SERVER_TRANSACTIONS) {
            outputs.add(new TransactionOutput.Full());
            return;
        }
        SipRequest noted = request.receivedFrom(source);
        ServerTransaction begun =
                request.is("INVITE")
                        ? InviteServerTransaction.start(source.reliable())
                        : NonInviteServerTransaction.start(source.reliable());
        servers.put(key, new Server(begun, Hop.back(noted.via(), source)));
        outputs.add(new TransactionOutput.Request(key, noted, source));
    }

    /**
     * A message handed out could not be sent.
     *
     * @param message which
     */
    public void sendFailed(SipMessage message) {
        if (!(message instanceof SipRequest request)) {
            return;
        }
        ClientKey key = ClientKey.of(request);
        Client client = clients.get(key);
        if (client != null) {
            keep(key, client.hop(), client.transaction().onSendFailed());
        }
    }

    /**
     * Time went by.
     *
     * @param now the time
     */
    public void tick(Instant now) {
        while (!alarms.isEmpty() && !alarms.peek().at().isAfter(now)) {
            ring(alarms.remove().key(), now);
        }
    }

    private void ring(Object key, Instant now) {
        if (key instanceof ClientKey clientKey) {
            Client client = clients.get(clientKey);
            if (client != null) {
                keep(clientKey, client.hop(), client.transaction().onTime(now));
            }
        } else if (key instanceof ServerKey serverKey) {
            Server server = servers.get(serverKey);
            if (server != null) {
                keep(serverKey, server.back(), server.transaction().onTime(now));
            }
        }
    }

    /**
     * When {@link #tick} is due.
     *
     * @return {@link Timing#NEVER} if nothing is awaited
     */
    public Instant deadline() {
        return alarms.isEmpty() ? Timing.NEVER : alarms.peek().at();
    }

    /**
     * Takes what is to be done.
     *
     * @return in order; empty if nothing
     */
    public List<TransactionOutput> drain() {
        if (outputs.isEmpty()) {
            return List.of();
        }
        List<TransactionOutput> taken = outputs;
        outputs = new ArrayList<>();
        return taken;
    }

    private void keep(ClientKey key, Hop hop, ClientTransaction.Step step) {
        if (step.next().over()) {
            clients.remove(key);
        } else {
            clients.put(key, new Client(step.next(), hop));
            alarm(step.next().deadline(), key);
        }
        for (TransactionEffect effect : step.effects()) {
            outputs.add(
                    switch (effect) {
                        case TransactionEffect.Transmit(SipMessage message) ->
                                new TransactionOutput.Transmit(message, hop);
                        case TransactionEffect.Deliver(SipMessage message) ->
                                new TransactionOutput.Response(key, (SipResponse) message);
                        case TransactionEffect.GiveUp() -> new TransactionOutput.NoAnswer(key);
                    });
        }
    }

    private void keep(ServerKey key, Hop back, ServerTransaction.Step step) {
        if (step.next().over()) {
            servers.remove(key);
        } else {
            servers.put(key, new Server(step.next(), back));
            alarm(step.next().deadline(), key);
        }
        for (TransactionEffect effect : step.effects()) {
            switch (effect) {
                case TransactionEffect.Transmit(SipMessage message) ->
                        outputs.add(new TransactionOutput.Transmit(message, back));
                case TransactionEffect.Deliver(SipMessage message) ->
                        outputs.add(new TransactionOutput.Ack((SipRequest) message));
                case TransactionEffect.GiveUp() -> {}
            }
        }
    }

    private void alarm(Instant at, Object key) {
        if (!at.equals(Timing.NEVER)) {
            alarms.add(new Alarm(at, key));
        }
    }
}
