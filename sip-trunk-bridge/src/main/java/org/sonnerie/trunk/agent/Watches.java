package org.sonnerie.trunk.agent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sonnerie.trunk.api.TrunkAccount;
import org.sonnerie.trunk.api.TrunkId;
import org.sonnerie.trunk.registration.OptionsCheck;
import org.sonnerie.trunk.registration.Registration;
import org.sonnerie.trunk.registration.TrunkWatch;
import org.sonnerie.trunk.routing.Trunk;
import org.sonnerie.trunk.routing.TrunkTable;
import org.sonnerie.trunk.sip.ClientKey;
import org.sonnerie.trunk.sip.OwnAddress;
import org.sonnerie.trunk.sip.Timing;
import org.sonnerie.trunk.sip.Tokens;

/** One watch per trunk. Owned by the agent. */
final class Watches {
    private record Entry(TrunkAccount account, TrunkWatch watch) {}

    private final OwnAddress own;
    private final Tokens tokens;
    private final Map<TrunkId, Entry> byTrunk = new HashMap<>();
    private final Map<ClientKey, TrunkWatch> byQuestion = new HashMap<>();

    Watches(OwnAddress own, Tokens tokens) {
        this.own = own;
        this.tokens = tokens;
    }

    /** Watches these from now on; gives those that stopped, for their last words. */
    List<TrunkWatch> configured(TrunkTable table) {
        List<TrunkWatch> stopped = new ArrayList<>();
        for (Entry entry : List.copyOf(byTrunk.values())) {
            Optional<Trunk> same =
                    table.find(entry.account().id())
                            .filter(trunk -> trunk.account().equals(entry.account()));
            if (same.isEmpty()) {
                byTrunk.remove(entry.account().id());
                byQuestion.values().removeIf(watch -> watch == entry.watch());
                entry.watch().stop();
                stopped.add(entry.watch());
            }
        }
        for (Trunk trunk : table.trunks()) {
            byTrunk.computeIfAbsent(
                    trunk.account().id(), _ -> new Entry(trunk.account(), watch(trunk)));
        }
        return stopped;
    }

    private TrunkWatch watch(Trunk trunk) {
        Optional<TrunkAccount.Registration> registration = trunk.account().registration();
        return registration.isPresent()
                ? new Registration(trunk, registration.get(), own, tokens)
                : new OptionsCheck(trunk, own, tokens);
    }

    void asked(TrunkWatch watch, ClientKey question) {
        byQuestion.put(question, watch);
    }

    Optional<TrunkWatch> find(ClientKey question) {
        return Optional.ofNullable(byQuestion.get(question));
    }

    Optional<TrunkWatch> answered(ClientKey question) {
        return Optional.ofNullable(byQuestion.remove(question));
    }

    Collection<TrunkWatch> all() {
        return byTrunk.values().stream().map(Entry::watch).toList();
    }

    boolean quiet() {
        return byQuestion.isEmpty();
    }

    Instant deadline() {
        return byTrunk.values().stream()
                .map(entry -> entry.watch().deadline())
                .reduce(Timing.NEVER, Timing::earlier);
    }
}
