package org.sonnerie.pbx.config;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where webhooks may go beside https to public addresses.
 *
 * @param networks SONNERIE_WEBHOOK_NETWORKS: such as {@code 10.1.2.0/24}, which may be reached
 *     though they are private
 * @param httpHosts SONNERIE_WEBHOOK_HTTP_HOSTS: names or addresses that may be reached by http
 */
@ConfigurationProperties("sonnerie.webhooks")
public record WebhookSettings(
        @DefaultValue({}) List<String> networks, @DefaultValue({}) List<String> httpHosts) {
    /** Refuses what is no network. */
    public WebhookSettings {
        networks = networks.stream().filter(text -> !text.isBlank()).toList();
        httpHosts = httpHosts.stream().filter(text -> !text.isBlank()).toList();
        networks.forEach(Network::of);
    }

    /**
     * The networks.
     *
     * @return each of them
     */
    public List<Network> allowed() {
        return networks.stream().map(Network::of).toList();
    }

    /**
     * The hosts of http.
     *
     * @return in small letters
     */
    public Set<String> plainHosts() {
        return httpHosts.stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }
}
