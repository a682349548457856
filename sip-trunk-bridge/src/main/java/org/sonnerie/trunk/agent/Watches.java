package org.sonnerie.trunk.agent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sonnerie.trunk.api.TrunkAccount;
import org.sonnerie.trunk.api.TrunkId;
import org.sonnerie.trunk.registration.OptionsCheck;
import org.sonnerie.trunk.registration.OptionsProbe;
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

    /** A watch with a last question open, and who may answer it though the trunk is gone. */
    private record Leaver(TrunkWatch watch, Set<String> hosts) {}

    private final OwnAddress own;
    private final Tokens tokens;
    private final Map<TrunkId, Entry> byTrunk = new HashMap<>();
    private final Map<ClientKey, TrunkWatch> byQuestion = new HashMap<>();
    private final List<Leaver> leavers = new ArrayList<>();
    private final List<OptionsProbe> probes = new ArrayList<>();

    Watches(OwnAddress own, Tokens tokens) {
        this.own = own;
        this.tokens = tokens;
    }

    /**
     * Watches these from now on; gives those that stopped, for their last words.
     *
     * @param before the trunks so far
     * @param table the trunks from now on
     */
    List<TrunkWatch> configured(TrunkTable before, TrunkTable table) {
        List<TrunkWatch> stopped = new ArrayList<>();
        for (Entry entry : List.copyOf(byTrunk.values())) {
            Optional<Trunk> same =
                    table.find(entry.account().id())
                            .filter(trunk -> trunk.account().equals(entry.account()));
            if (same.isEmpty()) {
                Optional<Trunk> was = before.find(entry.account().id());
                Optional<Trunk> now = table.find(entry.account().id());
                stop(entry, was, now);
                stopped.add(entry.watch());
            }
        }
        for (Trunk trunk : table.trunks()) {
            byTrunk.computeIfAbsent(
                    trunk.account().id(), _ -> new Entry(trunk.account(), watch(trunk)));
        }
        return stopped;
    }

    private void stop(Entry entry, Optional<Trunk> was, Optional<Trunk> now) {
        byTrunk.remove(entry.account().id());
        byQuestion.values().removeIf(watch -> watch == entry.watch());
        boolean replaced = was.isPresent() && now.filter(was.get()::registersLike).isPresent();
        entry.watch().stop(!replaced);
        was.ifPresent(trunk -> leavers.add(new Leaver(entry.watch(), trunk.hosts())));
    }

    /** Hosts of trunks that are no more, which still owe an answer. */
    Set<String> guests() {
        leavers.removeIf(leaver -> !byQuestion.containsValue(leaver.watch()));
        return leavers.stream()
                .flatMap(leaver -> leaver.hosts().stream())
                .collect(Collectors.toSet());
    }

    private TrunkWatch watch(Trunk trunk) {
        Optional<TrunkAccount.Registration> registration = trunk.account().registration();
        return registration.isPresent()
                ? new Registration(trunk, registration.get(), own, tokens)
                : new OptionsCheck(trunk, own, tokens);
    }

    /** Asks once, from the next tick on. */
    void probe(Trunk trunk) {
        probes.add(new OptionsProbe(trunk, own, tokens));
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
        probes.removeIf(OptionsProbe::over);
        return Stream.concat(byTrunk.values().stream().map(Entry::watch), probes.stream()).toList();
    }

    boolean quiet() {
        return byQuestion.isEmpty();
    }

    Instant deadline() {
        return all().stream().map(TrunkWatch::deadline).reduce(Timing.NEVER, Timing::earlier);
    }
}
