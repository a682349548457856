package org.sonnerie.pbx.signon;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.config.OutsideAddresses;
import org.sonnerie.pbx.signon.SignOnRefusedException.Why;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks an identity provider where it does what (OpenID Connect Discovery 1.0, section 4). */
final class Discovery {
    private static final Logger LOG = LoggerFactory.getLogger(Discovery.class);
    private static final String WELL_KNOWN = "/.well-known/openid-configuration";
    private static final ParameterizedTypeReference<Map<String, Object>> MEMBERS =
            new ParameterizedTypeReference<>() {};

    private final RestClient client;
    private final OutsideAddresses addresses;

    Discovery(RestClient client, OutsideAddresses addresses) {
        this.client = client;
        this.addresses = addresses;
    }

    /**
     * Asks now.
     *
     * @param issuer from {@link OutsideAddresses#read}
     * @return what it says of itself, its addresses looked at
     * @throws SignOnRefusedException if it does not answer, or not as an identity provider does
     */
    Map<String, Object> ask(URI issuer) throws SignOnRefusedException {
        String base = issuer.toString().replaceAll("/$", "");
        try {
            Map<String, Object> said =
                    client.get().uri(URI.create(base + WELL_KNOWN)).retrieve().body(MEMBERS);
            if (said == null
                    || !issuer.toString().equals(said.get("issuer"))
                    || !leadsOut(said, "authorization_endpoint")
                    || !leadsOut(said, "token_endpoint")
                    || !leadsOut(said, "jwks_uri")) {
                throw new SignOnRefusedException(Why.NO_PROVIDER);
            }
            return said;
        } catch (RestClientException away) {
            LOG.warn(
                    "host={} identity provider was asked in vain: {}",
                    issuer.getHost(),
                    Objects.requireNonNullElse(away.getMostSpecificCause(), away)
                            .getClass()
                            .getSimpleName());
            throw new SignOnRefusedException(Why.NO_ANSWER);
        }
    }

    private boolean leadsOut(Map<String, Object> said, String member) {
        return said.get(member) instanceof String text
                && addresses.read(text).filter(addresses::mayLeadOut).isPresent();
    }
}
