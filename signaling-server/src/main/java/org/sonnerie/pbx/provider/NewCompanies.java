package org.sonnerie.pbx.provider;

import java.time.ZoneId;
import org.sonnerie.pbx.company.Companies;
import org.sonnerie.pbx.company.Company;
import org.sonnerie.pbx.company.CompanyAdded;
import org.sonnerie.pbx.config.RandomText;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.Invitations;
import org.sonnerie.pbx.people.Role;
import org.sonnerie.pbx.plan.CompanyFacts;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.start.GettingStarted;
import org.sonnerie.pbx.tables.DurableChange;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Makes companies with their first administrators. Thread safe. */
@Component
class NewCompanies {
    private final Companies companies;
    private final Invitations invitations;
    private final Published published;
    private final DurableChange changes;
    private final ApplicationEventPublisher events;
    private final GettingStarted started;

    NewCompanies(
            Companies companies,
            Invitations invitations,
            Published published,
            DurableChange changes,
            ApplicationEventPublisher events,
            GettingStarted started) {
        this.companies = companies;
        this.invitations = invitations;
        this.published = published;
        this.changes = changes;
        this.events = events;
        this.started = started;
    }

    /**
     * Makes a company with its first administrator; durable on return.
     *
     * @param form without problems
     * @return what is to be shown
     * @throws org.sonnerie.pbx.people.UserNameTakenException if somebody has this user name
     */
    ProviderCompanies.Made add(CompanyForm form) {
        CompanyId id = new CompanyId(RandomText.id());
        Company company = new Company(id, CompanyForm.text(form.name()));
        PersonId person = new PersonId(RandomText.id());
        String adminName = CompanyForm.text(form.adminName());
        CompanyFacts facts =
                new CompanyFacts(
                        company.name(),
                        CompanyForm.text(form.country()),
                        CompanyForm.text(form.language()),
                        ZoneId.of(CompanyForm.text(form.timeZone())));
        String userName = CompanyForm.text(form.userName());
        String secret =
                changes.make(
                        id,
                        () -> {
                            companies.add(company);
                            events.publishEvent(new CompanyAdded(company));
                            String link =
                                    invitations.invite(
                                            new Account(
                                                    person, id, userName, adminName, Role.ADMIN));
                            started.begin(id);
                            published.publishFirst(id, facts, person, adminName);
                            return link;
                        });
        return new ProviderCompanies.Made(id, secret);
    }
}
