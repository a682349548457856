package org.sonnerie.pbx.provider;

import java.util.Optional;
import org.sonnerie.pbx.company.Companies;
import org.sonnerie.pbx.company.Company;
import org.sonnerie.pbx.config.ProviderSettings;
import org.sonnerie.pbx.config.RandomText;
import org.sonnerie.pbx.config.ReadyNote;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.AccountRules;
import org.sonnerie.pbx.people.Invitations;
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.people.Role;
import org.sonnerie.pbx.people.StoredCredentials;
import org.sonnerie.pbx.plan.PersonId;
import org.springframework.stereotype.Component;

/**
 * Lets whoever runs the system have a provider's account: the settings name the user, the ready
 * line has a link by which he chooses his password. There is no default password.
 */
@Component
class ProviderInvitation implements ReadyNote {
    private static final String NOT_USABLE = "Provider: SONNERIE_PROVIDER_USER ";

    private final ProviderSettings settings;
    private final Companies companies;
    private final People people;
    private final Invitations invitations;

    ProviderInvitation(
            ProviderSettings settings,
            Companies companies,
            People people,
            Invitations invitations) {
        this.settings = settings;
        this.companies = companies;
        this.people = people;
        this.invitations = invitations;
    }

    @Override
    public Optional<String> line(String address) {
        String user = settings.user();
        if (user.isEmpty()) {
            return Optional.empty();
        }
        if (!AccountRules.isUserName(user)) {
            return Optional.of(
                    NOT_USABLE + "has 2 to 64 letters, digits, dots, hyphens or underscores");
        }
        Optional<StoredCredentials> there = people.credentials(user);
        if (there.isEmpty()) {
            return Optional.of(
                    companies.all().stream()
                            .findFirst()
                            .map(company -> linkLine(address, invited(company, user)))
                            .orElse(
                                    "Provider: invited at the first start after there is a company"));
        }
        Account account = there.get().account();
        if (account.role() != Role.PROVIDER) {
            return Optional.of(NOT_USABLE + "is the user name of somebody else");
        }
        return there.get().hasPassword()
                ? Optional.empty()
                : invitations
                        .inviteAgain(account.company(), account.id())
                        .map(secret -> linkLine(address, secret));
    }

    /** The account stands beside those of a company, which it has no part in. */
    private String invited(Company company, String user) {
        PersonId id = new PersonId(RandomText.id());
        return invitations.invite(new Account(id, company.id(), user, user, Role.PROVIDER));
    }

    private static String linkLine(String address, String secret) {
        return "Provider: open " + address + "/welcome/" + secret + " (good once)";
    }
}
