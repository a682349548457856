package org.sonnerie.pbx.config;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Everything that can be set. The environment names stand in {@code application.yml} and in
 * docs/operations.md.
 *
 * @param ports where the application listens
 * @param data SONNERIE_DATA: the folder of database, certificate and port file; empty: {@code
 *     data}, in the demo {@code data-demo}
 * @param demo SONNERIE_DEMO: the demo company, on this computer only
 * @param demoCarrier SONNERIE_DEMO_CARRIER: where the demo's trunk sends outside calls
 * @param bind the addresses that are bound
 * @param origins SONNERIE_ORIGINS: further origins, such as {@code https://phone.example.org},
 *     whose pages may open the phone's WebSocket, and use the REST interface with a token
 * @param limits how much of something there may be
 * @param mail how mail is sent
 */
@ConfigurationProperties("sonnerie")
public record SonnerieProperties(
        PortSettings ports,
        @DefaultValue("") String data,
        @DefaultValue("false") boolean demo,
        @DefaultValue("127.0.0.1:5070") HostAndPort demoCarrier,
        @DefaultValue BindSettings bind,
        @DefaultValue({}) List<String> origins,
        @DefaultValue LimitSettings limits,
        @DefaultValue MailSettings mail) {
    /** Copies the list. */
    public SonnerieProperties {
        origins = origins.stream().filter(text -> !text.isBlank()).toList();
    }

    /**
     * The folder of database, certificate and port file.
     *
     * @return an absolute path; the folder may not exist yet
     */
    public Path dataFolder() {
        return dataFolder(data, demo);
    }

    /**
     * The folder that is meant by settings.
     *
     * @param data as it was set; empty: the usual one
     * @param demo whether it is the demo
     * @return an absolute path; the folder may not exist yet
     */
    public static Path dataFolder(String data, boolean demo) {
        String chosen = data.isBlank() ? (demo ? "data-demo" : "data") : data;
        return Path.of(chosen).toAbsolutePath().normalize();
    }

    /**
     * The IP literal that web and SIP bind.
     *
     * @return empty: all addresses of the machine
     */
    public Optional<String> bindAddress() {
        return demo ? Optional.of("127.0.0.1") : Optional.empty();
    }

    /**
     * The addresses that are bound and told, where the usual ones will not do.
     *
     * @param media SONNERIE_MEDIA_ADDRESS: IP literals for all browsers; empty: those of the
     *     machine
     * @param trunk SONNERIE_TRUNK_ADDRESS: the IP literal for SIP and carriers' RTP; empty: all of
     *     the machine's for SIP and its first IPv4 address for RTP
     * @param management SONNERIE_MANAGEMENT_ADDRESS: the IP literal for health and metrics
     * @param publicAddress SONNERIE_PUBLIC_ADDRESS: IP literals that stand in SDP and SIP instead
     *     of the machine's own, for a machine behind NAT
     */
    public record BindSettings(
            @DefaultValue({}) List<String> media,
            @DefaultValue("") String trunk,
            @DefaultValue("127.0.0.1") String management,
            @DefaultValue({}) List<String> publicAddress) {
        /** Refuses what is no IP literal: a name could mean another address tomorrow. */
        public BindSettings {
            media = media.stream().filter(text -> !text.isBlank()).toList();
            publicAddress = publicAddress.stream().filter(text -> !text.isBlank()).toList();
            media.forEach(InetAddress::ofLiteral);
            if (!trunk.isBlank()) {
                InetAddress.ofLiteral(trunk);
            }
        }
    }

    /**
     * The ports; 0 = any free one.
     *
     * @param http SONNERIE_HTTP_PORT
     * @param https SONNERIE_HTTPS_PORT
     * @param management SONNERIE_MANAGEMENT_PORT: health and metrics
     * @param sip SONNERIE_SIP_PORT: UDP and TCP
     * @param media SONNERIE_MEDIA_PORT: UDP, all browsers
     * @param trunkMedia SONNERIE_TRUNK_MEDIA_PORTS: UDP, carriers' RTP
     */
    public record PortSettings(
            @DefaultValue("8080") int http,
            @DefaultValue("8443") int https,
            @DefaultValue("8081") int management,
            @DefaultValue("5060") int sip,
            @DefaultValue("10000") int media,
            @DefaultValue("20000-29999") PortSpan trunkMedia) {}

    /**
     * How much of something there may be.
     *
     * @param callsPerPerson SONNERIE_CALLS_PER_PERSON: live calls, placed, ringing or answered
     * @param pagesPerPerson SONNERIE_PAGES_PER_PERSON: loaded phones
     * @param callsPerCompany SONNERIE_CALLS_PER_COMPANY: live calls
     * @param journal SONNERIE_JOURNAL_LIMIT: size of the file that takes call events while the
     *     database does not
     * @param factsDays SONNERIE_FACTS_DAYS: for how long it is kept what each second of a call
     *     sounded like
     * @param mediaThreads SONNERIE_MEDIA_THREADS: how many threads carry the sound, 1 to 64
     */
    public record LimitSettings(
            @DefaultValue("8") int callsPerPerson,
            @DefaultValue("20") int pagesPerPerson,
            @DefaultValue("500") int callsPerCompany,
            @DefaultValue("256MB") DataSize journal,
            @DefaultValue("30") int factsDays,
            @DefaultValue("1") int mediaThreads) {}
}
