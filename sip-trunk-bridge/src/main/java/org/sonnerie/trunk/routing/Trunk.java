package org.sonnerie.trunk.routing;

import java.util.List;
import java.util.Optional;
import org.sonnerie.trunk.api.TrunkAccount;
import org.sonnerie.trunk.sip.Credentials;
import org.sonnerie.trunk.sip.Hop;

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
     * What answers its challenges.
     *
     * @return empty for a trunk known by its address
     */
    public Optional<Credentials> credentials() {
        return account.registration()
                .map(r -> new Credentials(r.userName(), r.password(), r.realm()));
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
