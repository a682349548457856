package org.sonnerie.pbx.signon;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.config.KeepsSealed;
import org.sonnerie.pbx.config.KeyRing;
import org.sonnerie.pbx.config.OutsideAddresses;
import org.sonnerie.pbx.config.Seal;
import org.sonnerie.pbx.config.SealedColumn;
import org.sonnerie.pbx.config.SonnerieProperties;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.signon.SignOnRefusedException.Why;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** The companies' own log-ins. Thread safe. */
@Service
public class SignOns implements KeepsSealed {
    /** Characters of the name of one. */
    public static final int LONGEST_LABEL = 60;

    private static final int LONGEST_CLIENT = 300;
    private static final int LONGEST_SECRET = 500;
    private static final String KEY_FILE = "sign-on-secrets.key";

    private final SignOnRows rows;
    private final Tables tables;
    private final Discovery discovery;
    private final OutsideAddresses addresses;
    private final ApplicationEventPublisher events;
    private final Seal seal;

    SignOns(
            SignOnRows rows,
            Tables tables,
            Discovery discovery,
            OutsideAddresses addresses,
            ApplicationEventPublisher events,
            SonnerieProperties properties) {
        this.rows = rows;
        this.tables = tables;
        this.discovery = discovery;
        this.addresses = addresses;
        this.events = events;
        this.seal = new Seal(KeyRing.of(properties.dataFolder().resolve(KEY_FILE)));
    }

    /**
     * That of a company.
     *
     * @param company whose
     * @return empty: it has none
     */
    public Optional<SignOn> of(CompanyId company) {
        return rows.find(company).map(SignOnRows.Kept::signOn);
    }

    /**
     * The one of this server, where it has just one.
     *
     * @return empty: there is none, or there are several
     */
    Optional<SignOn> only() {
        List<SignOn> some = rows.some();
        return some.size() == 1 ? Optional.of(some.getFirst()) : Optional.empty();
    }

    /** With the secret of the client; empty: there is none, or its secret cannot be opened. */
    Optional<Opened> opened(CompanyId company) {
        return rows.find(company)
                .flatMap(kept ->
                        seal.open(kept.sealed(), place(company))
                                .map(secret -> new Opened(kept.signOn(), secret)));
    }

    /** One, ready to be used. */
    record Opened(SignOn signOn, String secret) {
        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "Opened[" + signOn + "]";
        }
    }

    /**
     * Sets that of a company, after the identity provider was asked whether it is one.
     *
     * @param company whose
     * @param wish as it shall be
     * @throws SignOnRefusedException if it cannot be so; nothing is changed then
     */
    public void set(CompanyId company, SignOnWish wish) throws SignOnRefusedException {
        Optional<Opened> before = opened(company);
        String secret =
                wish.clientSecret().isBlank()
                        ? before.map(Opened::secret).orElse("")
                        : wish.clientSecret().strip();
        SignOn wanted = checked(company, wish, secret);
        discovery.ask(wanted.issuer());
        tables.together(company, () -> rows.put(wanted, seal.close(secret, place(company))));
        events.publishEvent(new SignOnChanged(before.map(Opened::signOn), Optional.of(wanted)));
    }

    private SignOn checked(CompanyId company, SignOnWish wish, String secret)
            throws SignOnRefusedException {
        String label = wish.label().strip();
        String client = wish.clientId().strip();
        refuseUnless(fits(label, LONGEST_LABEL), Why.BAD_LABEL);
        URI issuer =
                addresses
                        .read(wish.issuer().strip())
                        .filter(uri -> uri.getRawQuery() == null)
                        .orElseThrow(() -> new SignOnRefusedException(Why.BAD_ISSUER));
        refuseUnless(addresses.mayLeadOut(issuer), Why.NOT_PUBLIC);
        refuseUnless(fits(client, LONGEST_CLIENT), Why.BAD_CLIENT);
        refuseUnless(fits(secret, LONGEST_SECRET), Why.NO_SECRET);
        return new SignOn(company, label, issuer, client, wish.claim());
    }

    private static boolean fits(String text, int most) {
        return !text.isEmpty()
                && text.length() <= most
                && text.codePoints().noneMatch(Character::isISOControl);
    }

    private static void refuseUnless(boolean good, Why why) throws SignOnRefusedException {
        if (!good) {
            throw new SignOnRefusedException(why);
        }
    }

    /**
     * Takes that of a company away: everybody signs in by password.
     *
     * @param company whose
     * @return false: it had none
     */
    public boolean remove(CompanyId company) {
        Optional<SignOn> before = of(company);
        boolean removed = rows.remove(company);
        if (removed) {
            events.publishEvent(new SignOnChanged(before, Optional.empty()));
        }
        return removed;
    }

    @Override
    public SealedColumn sealed() {
        return new SealedColumn(
                "sign-on",
                seal,
                "sign_on",
                "client_secret",
                "company_id",
                "client_id",
                (company, _) -> place(new CompanyId(company)));
    }

    private static String place(CompanyId company) {
        return "sign-on/" + company.text();
    }
}
