package org.sonnerie.trunk.agent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.sonnerie.trunk.api.TrunkCallId;
import org.sonnerie.trunk.api.TrunkCommand;
import org.sonnerie.trunk.dialog.InboundLeg;
import org.sonnerie.trunk.dialog.Leg;
import org.sonnerie.trunk.sip.ClientKey;
import org.sonnerie.trunk.sip.ServerKey;
import org.sonnerie.trunk.sip.SipRequest;
import org.sonnerie.trunk.sip.Timing;

/** The legs there are and the ways to find one. Owned by the agent. */
final class LegTable {
    private static final int REMEMBERED = 10_000;

    private record Alarm(Instant at, TrunkCallId call) {}

    private record Entry(Leg leg, Set<ClientKey> asked) {}

    private final Map<TrunkCallId, Entry> byCall = new HashMap<>();
    private final Map<String, List<Leg>> bySipCallId = new HashMap<>();
    private final Map<ClientKey, Leg> byQuestion = new HashMap<>();
    private final Map<ServerKey, Leg> byInvite = new HashMap<>();
    private final Map<TrunkCallId, String> guests = new HashMap<>();
    private final PriorityQueue<Alarm> alarms =
            new PriorityQueue<>((a, b) -> a.at().compareTo(b.at()));
    // A command said twice must not call again.
    private final Map<TrunkCallId, Boolean> gone =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<TrunkCallId, Boolean> eldest) {
                    return size() > REMEMBERED;
                }
            };

    /** Notes that a leg's dialog goes on with a host that is no trunk's own. */
    void guest(Leg leg, String host) {
        guests.put(leg.call(), host);
    }

    Set<String> guests() {
        return Set.copyOf(guests.values());
    }

    int size() {
        return byCall.size();
    }

    boolean everHad(TrunkCallId call) {
        return byCall.containsKey(call) || gone.containsKey(call);
    }

    void add(Leg leg) {
        byCall.put(leg.call(), new Entry(leg, new HashSet<>()));
        bySipCallId.computeIfAbsent(leg.sipCallId(), _ -> new ArrayList<>()).add(leg);
        if (leg instanceof InboundLeg inbound) {
            byInvite.put(inbound.key(), leg);
        }
    }

    void asked(Leg leg, ClientKey question) {
        Entry entry = byCall.get(leg.call());
        if (entry != null) {
            entry.asked().add(question);
            byQuestion.put(question, leg);
        }
    }

    void remove(Leg leg) {
        Entry entry = byCall.remove(leg.call());
        gone.put(leg.call(), Boolean.TRUE);
        guests.remove(leg.call());
        if (entry != null) {
            entry.asked().forEach(byQuestion::remove);
        }
        List<Leg> sharing = bySipCallId.getOrDefault(leg.sipCallId(), new ArrayList<>());
        sharing.remove(leg);
        if (sharing.isEmpty()) {
            bySipCallId.remove(leg.sipCallId());
        }
        if (leg instanceof InboundLeg inbound) {
            byInvite.remove(inbound.key());
        }
    }

    Optional<Leg> find(TrunkCallId call) {
        return Optional.ofNullable(byCall.get(call)).map(Entry::leg);
    }

    /** The leg a command is for. */
    Optional<Leg> find(TrunkCommand command) {
        return call(command).flatMap(this::find);
    }

    private static Optional<TrunkCallId> call(TrunkCommand command) {
        return switch (command) {
            case TrunkCommand.Configure _, TrunkCommand.Probe _ -> Optional.empty();
            case TrunkCommand.PlaceCall order -> Optional.of(order.call());
            case TrunkCommand.Ring ring -> Optional.of(ring.call());
            case TrunkCommand.Progress progress -> Optional.of(progress.call());
            case TrunkCommand.Answer answer -> Optional.of(answer.call());
            case TrunkCommand.HangUp end -> Optional.of(end.call());
            case TrunkCommand.AnswerReoffer answer -> Optional.of(answer.call());
        };
    }

    Optional<Leg> find(ClientKey question) {
        return Optional.ofNullable(byQuestion.get(question));
    }

    Optional<Leg> find(ServerKey invite) {
        return Optional.ofNullable(byInvite.get(invite));
    }

    /** The leg whose dialog a request belongs to. */
    Optional<Leg> find(SipRequest request) {
        return bySipCallId.getOrDefault(request.callId(), List.of()).stream()
                .filter(leg -> leg.owns(request))
                .findFirst();
    }

    boolean merged(SipRequest invite) {
        return bySipCallId.getOrDefault(invite.callId(), List.of()).stream()
                .anyMatch(leg -> leg instanceof InboundLeg inbound && inbound.merges(invite));
    }

    Collection<Leg> all() {
        return byCall.values().stream().map(Entry::leg).toList();
    }

    void wake(Leg leg) {
        if (!leg.deadline().equals(Timing.NEVER)) {
            alarms.add(new Alarm(leg.deadline(), leg.call()));
        }
    }

    /** Takes the legs whose time has come; each must be woken again. */
    List<Leg> due(Instant now) {
        Set<TrunkCallId> calls = new HashSet<>();
        while (!alarms.isEmpty() && !alarms.peek().at().isAfter(now)) {
            calls.add(alarms.remove().call());
        }
        return calls.stream().map(this::find).flatMap(Optional::stream).toList();
    }

    Instant deadline() {
        return alarms.isEmpty() ? Timing.NEVER : alarms.peek().at();
    }
}
