package org.sonnerie.pbx.provider;

import java.util.List;
import org.sonnerie.pbx.backup.Backups;
import org.sonnerie.pbx.certificates.AcmeRenewal;
import org.sonnerie.pbx.certificates.CertificateRefusedException;
import org.sonnerie.pbx.certificates.Certificates;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.spending.Prices;
import org.springframework.stereotype.Component;

/**
 * What a provider sets for the whole server, on pages and by REST: the same checks for both. Thread
 * safe.
 */
@Component
public class ServerDesk {
    private final Prices prices;
    private final Backups backups;
    private final Certificates certificates;
    private final AcmeRenewal acme;

    ServerDesk(Prices prices, Backups backups, Certificates certificates, AcmeRenewal acme) {
        this.prices = prices;
        this.backups = backups;
        this.certificates = certificates;
        this.acme = acme;
    }

    /**
     * Sets another price list.
     *
     * @param sent what was typed
     * @param by the provider's company
     * @throws ProviderRefusedException if it cannot be
     */
    public void setPrices(PricesForm sent, CompanyId by) {
        PricesForm form = PricesForm.typed(sent);
        List<ProviderRefusedException.Wrong> wrong = form.wrong();
        if (!wrong.isEmpty()) {
            throw new ProviderRefusedException(wrong);
        }
        prices.set(by, form.priceList());
    }

    /**
     * Says how backups are made.
     *
     * @param sent what was typed
     * @param by the provider's company
     * @throws ProviderRefusedException if it cannot be
     */
    public void setBackups(BackupForm sent, CompanyId by) {
        BackupForm form = BackupForm.typed(sent);
        ProviderRefusedException.check(form.problems());
        backups.set(form.everyNight(), form.number(), CompanyForm.text(form.passphrase()), by);
    }

    /**
     * Shows another certificate from now on.
     *
     * @param chain certificates as text, in any order
     * @param key the private key as text
     * @param by the provider's company
     * @throws ProviderRefusedException if they cannot be used
     */
    public void install(String chain, String key, CompanyId by) {
        try {
            certificates.upload(chain, key, by);
        } catch (CertificateRefusedException e) {
            throw new ProviderRefusedException(
                    List.of(
                            new ProviderRefusedException.Wrong(
                                    e.reason().ofKey() ? "key" : "chain",
                                    "certificates.problem." + CertificatePage.words(e.reason()),
                                    List.of())));
        }
    }

    /**
     * Wants a certificate by ACME from now on.
     *
     * @param sent what was typed
     * @param by the provider's company
     * @throws ProviderRefusedException if it cannot be
     */
    public void want(AcmeForm sent, CompanyId by) {
        AcmeForm form = AcmeForm.typed(sent);
        ProviderRefusedException.check(form.problems(acme::mayBeAsked));
        acme.want(
                CompanyForm.text(form.directory()),
                CompanyForm.text(form.contact()),
                form.hosts(),
                by);
    }
}
