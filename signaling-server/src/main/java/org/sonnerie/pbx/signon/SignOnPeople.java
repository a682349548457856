package org.sonnerie.pbx.signon;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.people.Role;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.Person;
import org.sonnerie.pbx.publish.Published;
import org.springframework.stereotype.Component;

/** Finds whom an identity provider means. It speaks for its own company's people alone. */
@Component
class SignOnPeople {
    private final People people;
    private final Published published;

    SignOnPeople(People people, Published published) {
        this.people = people;
        this.published = published;
    }

    /**
     * Whom a token means.
     *
     * @param signOn whose identity provider signed it
     * @param claims of the token
     * @return empty: nobody, or more than one
     */
    Optional<Account> find(SignOn signOn, Map<String, Object> claims) {
        boolean doubted =
                signOn.claim() == Claim.EMAIL && Boolean.FALSE.equals(claims.get("email_verified"));
        if (doubted || !(claims.get(signOn.claim().member()) instanceof String said)) {
            return Optional.empty();
        }
        List<Account> found =
                switch (signOn.claim()) {
                    case EMAIL -> byAddress(signOn.company(), said);
                    case USER_NAME -> byUserName(signOn.company(), said);
                };
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private List<Account> byAddress(CompanyId company, String address) {
        return published.find(company).stream()
                .flatMap(plan -> plan.people().stream())
                .filter(person -> hasAddress(person, address))
                .flatMap(person -> people.account(company, person.id().text()).stream())
                .toList();
    }

    private static boolean hasAddress(Person person, String address) {
        return person.contact().email().filter(address::equalsIgnoreCase).isPresent();
    }

    private List<Account> byUserName(CompanyId company, String name) {
        return people.of(company).stream()
                .filter(account -> account.userName().equalsIgnoreCase(name))
                // Whoever sets a company's log-in must not become its provider by it.
                .filter(account -> account.role() != Role.PROVIDER)
                .toList();
    }
}
