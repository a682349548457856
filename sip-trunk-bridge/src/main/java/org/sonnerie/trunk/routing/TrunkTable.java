package org.sonnerie.trunk.routing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sonnerie.trunk.api.TrunkAccount;
import org.sonnerie.trunk.api.TrunkId;
import org.sonnerie.trunk.sip.Hop;
import org.sonnerie.trunk.sip.SipRequest;
import org.sonnerie.trunk.sip.SipUri;

/**
 * All trunks. Immutable, so that the threads that receive can ask it before they parse.
 *
 * @param trunks in the order configured
 */
public record TrunkTable(List<Trunk> trunks) {
    /** Knows nobody. */
    public static final TrunkTable EMPTY = new TrunkTable(List.of());

    /** Copies the list. */
    public TrunkTable {
        trunks = List.copyOf(trunks);
    }

    /**
     * The same trunks as configured anew; what is known of a host that stays is kept.
     *
     * @param accounts every trunk there shall be
     * @return the changed table
     */
    public TrunkTable configured(List<TrunkAccount> accounts) {
        return new TrunkTable(
                accounts.stream()
                        .map(account -> new Trunk(account, known(account.host())))
                        .toList());
    }

    private List<String> known(String host) {
        return trunks.stream()
                .filter(trunk -> trunk.account().host().equals(host))
                .findFirst()
                .map(Trunk::addresses)
                .orElse(List.of());
    }

    /**
     * Notes what a host name stands for.
     *
     * @param host as configured
     * @param addresses IP literals
     * @return the changed table
     */
    public TrunkTable resolved(String host, List<String> addresses) {
        return new TrunkTable(
                trunks.stream()
                        .map(t ->
                                t.account().host().equals(host)
                                        ? new Trunk(t.account(), addresses)
                                        : t)
                        .toList());
    }

    /**
     * The hosts that have to be looked up.
     *
     * @return names, each once; no IP literals
     */
    public List<String> names() {
        return trunks.stream()
                .map(trunk -> trunk.account().host())
                .filter(host -> IpAddress.parse(host).isEmpty())
                .distinct()
                .toList();
    }

    /**
     * A trunk by name.
     *
     * @param id its name
     * @return empty if there is none
     */
    public Optional<Trunk> find(TrunkId id) {
        return trunks.stream().filter(trunk -> trunk.account().id().equals(id)).findFirst();
    }

    /**
     * Tells whether any trunk owns a source.
     *
     * @param address IP literal
     * @return false for a stranger
     */
    public boolean knows(String address) {
        return trunks.stream().anyMatch(trunk -> trunk.owns(address));
    }

    /**
     * The trunk a call came over. Where several share the carrier's address, the account named in
     * the request decides, then the port.
     *
     * @param request out of any dialog
     * @param source where it came from
     * @return empty for a stranger
     */
    public Optional<Trunk> of(SipRequest request, Hop source) {
        String user = SipUri.userOf(request.uri());
        return trunks.stream()
                .filter(trunk -> trunk.owns(source.host()))
                .max(Comparator.comparingInt(trunk -> likeness(trunk, user, source)));
    }

    private static int likeness(Trunk trunk, String user, Hop source) {
        TrunkAccount account = trunk.account();
        boolean sameUser = trunk.named(user);
        boolean samePort = account.port() == source.port();
        boolean sameTransport = account.transport() == source.transport();
        return (sameUser ? 4 : 0) + (samePort ? 2 : 0) + (sameTransport ? 1 : 0);
    }
}
