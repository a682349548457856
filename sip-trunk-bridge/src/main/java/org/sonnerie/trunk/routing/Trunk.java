package org.sonnerie.trunk.routing;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sonnerie.trunk.api.TrunkAccount;
import org.sonnerie.trunk.sip.Credentials;
import org.sonnerie.trunk.sip.Hop;
import org.sonnerie.trunk.sip.SipText;

/**
 * A trunk and the addresses its host name stands for at the moment.
 *
 * @param account as configured
 * @param addresses IP literals of the host
 */
public record Trunk(TrunkAccount account, List<String> addresses) {
    /** Copies the list. */
    public Trunk {
        addresses = List.copyOf(addresses);
    }

    /**
     * Where its requests go.
     *
     * @return the host as configured: names are resolved when sending
     */
    public Hop hop() {
        return new Hop(account.transport(), account.host(), account.port(), 0);
    }

    /**
     * Where its answers come from.
     *
     * @return the host and what it stands for at the moment
     */
    public Set<String> hosts() {
        Set<String> hosts = new HashSet<>(addresses);
        hosts.add(account.host());
        return hosts;
    }

    /**
     * The domain of the addresses at this carrier.
     *
     * @return the registrar named, else the host
     */
    public String domain() {
        return account.registration()
                .flatMap(TrunkAccount.Registration::registrar)
                .orElse(account.host());
    }

    /**
     * The port that belongs to the domain in a Request-URI.
     *
     * @return 0 for none: a domain's name stands for itself, and 5060 needs no word
     */
    public int domainPort() {
        boolean named = account.registration().flatMap(r -> r.registrar()).isPresent();
        return named || account.port() == Hop.DEFAULT_PORT ? 0 : account.port();
    }

    /**
     * The user part of our own address at this carrier.
     *
     * @return the account's name, escaped; a fixed word for a trunk known by its address
     */
    public String user() {
        return account.registration().map(r -> SipText.escapedUser(r.userName())).orElse("pbx");
    }

    /**
     * Tells whether another one is registered as the same: it takes this one's place at the
     * registrar.
     *
     * @param other the same trunk, configured anew
     * @return false if either does not register
     */
    public boolean registersLike(Trunk other) {
        return account.registration().isPresent()
                && other.account.registration().isPresent()
                && hop().equals(other.hop())
                && domain().equals(other.domain())
                && user().equals(other.user());
    }

    /**
     * Tells whether a URI's user part is our own name at this carrier, as our Contact carries it.
     *
     * @param user escaped
     * @return false for a trunk known by its address, which has no name of its own
     */
    public boolean named(String user) {
        return account.registration()
                .filter(r -> SipText.octets(r.userName()).equals(SipText.unescaped(user)))
                .isPresent();
    }

    /**
     * What answers its challenges.
     *
     * @return empty for a trunk known by its address
     */
    public Optional<Credentials> credentials() {
        return account.registration()
                .map(r ->
                        new Credentials(
                                r.authUserName().orElse(r.userName()),
                                r.password()::open,
                                r.realm()));
    }

    /**
     * What answers the challenges of one machine. A carrier's Contact may name a stranger's: that
     * one gets no proof to try passwords on.
     *
     * @param asked where the request went
     * @return empty if it is none of this trunk's own
     */
    public Optional<Credentials> credentials(Hop asked) {
        boolean own = asked.host().equalsIgnoreCase(account.host()) || owns(asked.host());
        return credentials().filter(_ -> own);
    }

    /**
     * Tells whether a source is one of this trunk's own: its host, or one listed.
     *
     * @param address IP literal
     * @return false for a stranger
     */
    public boolean owns(String address) {
        Optional<IpAddress> source = IpAddress.parse(address);
        return source.isPresent()
                && (within(account.allowedSources(), source.get())
                        || within(addresses, source.get())
                        || within(List.of(account.host()), source.get()));
    }

    private static boolean within(List<String> ranges, IpAddress source) {
        return ranges.stream()
                .map(AddressRange::parse)
                .flatMap(Optional::stream)
                .anyMatch(range -> range.contains(source));
    }
}
