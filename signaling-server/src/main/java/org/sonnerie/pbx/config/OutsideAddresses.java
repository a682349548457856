package org.sonnerie.pbx.config;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where this server may be sent by what somebody typed (webhooks, a company's own log-in): by
 * https, to hosts outside the net in which the server stands, unless the settings allow more. A
 * host is written in one way only, and its name is resolved once: whoever connects does so to the
 * addresses that were looked at.
 */
public final class OutsideAddresses {
    /** Characters of an address. */
    public static final int LONGEST = 1_000;

    private static final int LONGEST_HOST = 253;
    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern NAME =
            Pattern.compile(
                    "(?i)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    /**
     * What some readers take for an address, whatever else it may be (WHATWG URL, host parsing).
     */
    private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(?i)(.*\\.)?(\\d+|0x[0-9a-f]*)");

    private static final Pattern DOTTED =
            Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");

    private final List<Network> allowed;
    private final Set<String> plainHosts;
    private final Resolver resolver;

    /** Asks the name service. */
    @FunctionalInterface
    public interface Resolver {
        /**
         * The addresses of a host.
         *
         * @param host a name
         * @return one or more
         * @throws UnknownHostException if it has none
         */
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /**
     * By the settings.
     *
     * @param settings what is allowed beside https to public addresses
     * @param resolver asks the name service
     */
    public OutsideAddresses(WebhookSettings settings, Resolver resolver) {
        this.allowed = settings.allowed();
        this.plainHosts = settings.plainHosts();
        this.resolver = resolver;
    }

    /**
     * Reads what somebody wrote.
     *
     * @return empty: no address for a webhook, whatever host it names
     */
    public Optional<URI> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(new URI(text).toASCIIString())).filter(this::wellFormed);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private boolean wellFormed(URI uri) {
        if (uri.getScheme() == null
                || uri.getHost() == null
                || uri.getRawUserInfo() != null
                || uri.getRawFragment() != null
                || uri.getPort() == 0
                || uri.getPort() > HIGHEST_PORT
                || !isHost(uri.getHost())) {
            return false;
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        return scheme.equals("https")
                || (scheme.equals("http")
                        && plainHosts.contains(uri.getHost().toLowerCase(Locale.ROOT)));
    }

    private static boolean isHost(String host) {
        if (host.startsWith("[")) {
            return host.endsWith("]") && host.indexOf('%') < 0;
        }
        return host.length() <= LONGEST_HOST
                && NAME.matcher(host).matches()
                && (!ENDS_IN_NUMBER.matcher(host).matches() || DOTTED.matcher(host).matches());
    }

    /**
     * Whether the host is not, by how it is written, one that may not be spoken to. Asks nobody.
     *
     * @param address from {@link #read}
     * @return true for every name
     */
    public boolean mayLeadOut(URI address) {
        return literal(address.getHost()).map(this::mayBeReached).orElse(true);
    }

    private static Optional<InetAddress> literal(String host) {
        boolean isLiteral = host.startsWith("[") || DOTTED.matcher(host).matches();
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        try {
            return isLiteral ? Optional.of(InetAddress.ofLiteral(bare)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Resolves the host of an address, once. May block.
     *
     * @param address from {@link #read}
     * @return those to connect to; none: one of them may not be spoken to
     * @throws UnknownHostException if it has none
     */
    public List<InetAddress> resolve(URI address) throws UnknownHostException {
        Optional<InetAddress> literal = literal(address.getHost());
        InetAddress[] found =
                literal.isPresent()
                        ? new InetAddress[] {literal.get()}
                        : resolver.resolve(address.getHost());
        return Arrays.stream(found).allMatch(this::mayBeReached)
                ? List.copyOf(Arrays.asList(found))
                : List.of();
    }

    private boolean mayBeReached(InetAddress address) {
        return allowed.stream().anyMatch(network -> network.holds(address))
                || (PublicAddresses.isPublic(address) && !PublicAddresses.isOwn(address));
    }
}
