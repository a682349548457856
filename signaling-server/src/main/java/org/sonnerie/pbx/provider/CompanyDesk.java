package org.sonnerie.pbx.provider;

import org.sonnerie.pbx.company.Companies;
import org.sonnerie.pbx.company.Company;
import org.sonnerie.pbx.company.CompanyTerms;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.publish.PlanEdits;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.security.Sessions;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a provider does with companies that are there. Thread safe. */
@Component
class CompanyDesk {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Companies companies;
    private final CompanyTerms terms;
    private final Published published;
    private final PlanEdits edits;
    private final Sessions sessions;
    private final CompanySpending spending;

    CompanyDesk(
            Companies companies,
            CompanyTerms terms,
            Published published,
            PlanEdits edits,
            Sessions sessions,
            CompanySpending spending) {
        this.companies = companies;
        this.terms = terms;
        this.published = published;
        this.edits = edits;
        this.sessions = sessions;
        this.spending = spending;
    }

    /**
     * Gives a company a name and limits; durable and in force on return.
     *
     * @param company as it was
     * @param form the limits, without problems
     * @param by the provider
     */
    void save(Company company, LimitsForm form, PersonId by) {
        String name = CompanyForm.text(form.name());
        if (!company.name().equals(name)) {
            companies.rename(new Company(company.id(), name));
        }
        boolean other =
                published
                        .find(company.id())
                        .filter(plan -> !plan.facts().name().equals(name))
                        .isPresent();
        if (other) {
            edits.now(
                    company.id(),
                    by,
                    document -> named(document, name),
                    document -> named(document, name));
        }
        terms.limit(company.id(), form.limits());
        spending.limit(company.id(), form.daily());
    }

    /** What stands in the form of a company that is there. */
    LimitsForm form(Company company) {
        return LimitsForm.of(
                company.name(), terms.of(company.id()).limits(), spending.ownLimit(company.id()));
    }

    /**
     * Suspends a company, or lets it go on; in force on return. Nobody of it is signed in then;
     * calls that run go on to their end.
     *
     * @param company which
     * @param suspended false: it goes on
     */
    void suspend(Company company, boolean suspended) {
        terms.suspend(company.id(), suspended);
        if (suspended) {
            sessions.endAll(company.id());
        }
    }

    private static String named(String document, String name) {
        JsonNode root = JSON.readTree(document);
        ((ObjectNode) root.path("company")).put("name", name);
        return JSON.writeValueAsString(root);
    }
}
