package org.sonnerie.pbx.guests;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.company.CompanyTerms;
import org.sonnerie.pbx.config.KeyFile;
import org.sonnerie.pbx.config.RandomText;
import org.sonnerie.pbx.config.SonnerieProperties;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.RoomId;
import org.sonnerie.pbx.tables.DurableChange;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Links by which guests come to conference rooms. Thread safe. */
@Component
public class GuestLinks {
    private static final String KEY_FILE = "guest-links.key";

    private final GuestLinkRows rows;
    private final InstantSource clock;
    private final GuestToken tokens;
    private final DurableChange changes;
    private final ApplicationEventPublisher events;
    private final CompanyTerms terms;

    GuestLinks(
            GuestLinkRows rows,
            InstantSource clock,
            SonnerieProperties properties,
            DurableChange changes,
            ApplicationEventPublisher events,
            CompanyTerms terms) {
        this.rows = rows;
        this.clock = clock;
        this.changes = changes;
        this.events = events;
        this.terms = terms;
        this.tokens = new GuestToken(KeyFile.of(properties.dataFolder().resolve(KEY_FILE)));
    }

    GuestLink make(CompanyId company, PersonId by, RoomId room, Duration life) {
        var now = clock.instant();
        var link = new GuestLink(RandomText.id(), company, room, by, now.plus(life));
        changes.make(
                company,
                () -> {
                    rows.add(link, now);
                    events.publishEvent(new GuestLinkMade(link));
                });
        return link;
    }

    List<GuestLink> of(CompanyId company, PersonId by) {
        return rows.of(company, by, clock.instant());
    }

    boolean revoke(CompanyId company, PersonId by, String id) {
        return changes.make(
                company,
                () -> {
                    boolean revoked = rows.revoke(company, by, id, clock.instant());
                    if (revoked) {
                        events.publishEvent(new GuestLinkRevoked(company, id));
                    }
                    return revoked;
                });
    }

    /** The path of a link's page. */
    String path(GuestLink link) {
        return "/join/" + tokens.of(link.id());
    }

    /**
     * What a token is good for now.
     *
     * @param token from the address of a guest's page
     * @return where it lets in, or why it does not
     */
    public Admission admit(String token) {
        Optional<String> id = tokens.read(token);
        if (id.isEmpty()) {
            return new Admission.Unknown();
        }
        return rows.valid(id.get(), clock.instant())
                .filter(link -> !terms.of(link.company()).suspended())
                .<Admission>map(Admission.Good::new)
                .orElseGet(Admission.Over::new);
    }
}
