package org.sonnerie.pbx.trunkaccounts;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.config.KeepsSealed;
import org.sonnerie.pbx.config.KeyRing;
import org.sonnerie.pbx.config.Seal;
import org.sonnerie.pbx.config.SealedColumn;
import org.sonnerie.pbx.config.SonnerieProperties;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.TrunkId;
import org.sonnerie.pbx.tables.DurableChange;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The passwords of the trunks' accounts, kept sealed. Thread safe. */
@Component
public class TrunkAccounts implements KeepsSealed {
    private static final Logger LOG = LoggerFactory.getLogger(TrunkAccounts.class);
    private static final String KEY_FILE = "trunk-secrets.key";

    private final TrunkSecretRows rows;
    private final Seal seal;
    private final DurableChange changes;
    private final ApplicationEventPublisher events;

    TrunkAccounts(
            TrunkSecretRows rows,
            SonnerieProperties properties,
            DurableChange changes,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.seal = new Seal(KeyRing.of(properties.dataFolder().resolve(KEY_FILE)));
        this.changes = changes;
        this.events = events;
    }

    /**
     * Keeps a password; durable and in force on return. The trunk need not be in a plan yet.
     *
     * @param company whose trunk
     * @param trunk which
     * @param secret in place of the one before
     */
    public void set(CompanyId company, TrunkId trunk, TrunkSecret secret) {
        String closed = seal.close(secret.text(), place(company, trunk));
        changes.make(
                company,
                () -> {
                    rows.put(company, trunk, closed);
                    events.publishEvent(new TrunkSecretKept(company, trunk));
                });
        LOG.info("trunk={} has a new password", trunk);
        events.publishEvent(new TrunkSecretChanged(company, trunk));
    }

    /**
     * The password of a trunk.
     *
     * @param company whose trunk
     * @param trunk which
     * @return empty if none was set, or it was sealed with a key that is no longer here
     */
    public Optional<TrunkSecret> secret(CompanyId company, TrunkId trunk) {
        Optional<String> sealed = rows.find(company, trunk);
        Optional<String> opened = sealed.flatMap(text -> seal.open(text, place(company, trunk)));
        if (sealed.isPresent() && opened.isEmpty()) {
            LOG.error(
                    "trunk={}: its password cannot be read with {} of this data folder;"
                            + " set it anew",
                    trunk,
                    KEY_FILE);
        }
        return opened.map(TrunkSecret::new);
    }

    @Override
    public SealedColumn sealed() {
        return new SealedColumn(
                "trunks",
                seal,
                "trunk_secret",
                "sealed",
                "company_id",
                "trunk_id",
                (company, trunk) -> place(new CompanyId(company), new TrunkId(trunk)));
    }

    /** What a password is bound to: moved to another trunk's row it cannot be opened. */
    private static String place(CompanyId company, TrunkId trunk) {
        return company.text() + "/" + trunk.text();
    }
}
