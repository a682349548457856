package org.sonnerie.pbx.provider;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sonnerie.pbx.brand.Brand;
import org.sonnerie.pbx.brand.Brands;
import org.sonnerie.pbx.company.Companies;
import org.sonnerie.pbx.company.Company;
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.people.UserNameTakenException;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.springframework.stereotype.Component;

/**
 * What a provider does with companies, on pages and by REST: the same checks for both. Thread safe.
 */
@Component
public class ProviderCompanies {
    private static final String USER_NAME = "userName";

    private final Companies companies;
    private final CompanyDesk desk;
    private final CompanyUse use;
    private final NewCompanies newOnes;
    private final People people;
    private final Brands brands;

    ProviderCompanies(
            Companies companies,
            CompanyDesk desk,
            CompanyUse use,
            NewCompanies newOnes,
            People people,
            Brands brands) {
        this.companies = companies;
        this.desk = desk;
        this.use = use;
        this.newOnes = newOnes;
        this.people = people;
        this.brands = brands;
    }

    /**
     * A company that was made just now.
     *
     * @param id names it
     * @param secret of the link with which its administrator chooses his password, shown once
     */
    public record Made(CompanyId id, String secret) {
        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "Made[" + id + "]";
        }
    }

    /**
     * A company.
     *
     * @param id as it was sent
     * @return empty: there is none
     */
    public Optional<Company> find(String id) {
        return companies.find(id);
    }

    /**
     * All companies.
     *
     * @return each with what it uses
     */
    public List<CompanyUse.Row> rows() {
        return use.rows();
    }

    /**
     * What a company uses.
     *
     * @param company which
     * @return of what it may have
     */
    public CompanyUse.Row use(Company company) {
        return use.row(company);
    }

    /**
     * How a company is set.
     *
     * @param company which
     * @return its name and its limits
     */
    public LimitsForm form(Company company) {
        return desk.form(company);
    }

    /**
     * Makes a company with its first administrator; durable on return.
     *
     * @param sent what was typed
     * @return what is to be shown
     * @throws ProviderRefusedException if it cannot be
     */
    public Made add(CompanyForm sent) {
        CompanyForm form = CompanyForm.typed(sent);
        Map<String, String> problems = new LinkedHashMap<>(form.problems());
        if (!problems.containsKey(USER_NAME)
                && people.credentials(CompanyForm.text(form.userName())).isPresent()) {
            problems.put(USER_NAME, "people.taken");
        }
        ProviderRefusedException.check(problems);
        try {
            return newOnes.add(form);
        } catch (UserNameTakenException _) {
            // In the moment since that was looked at.
            throw new ProviderRefusedException(
                    List.of(
                            new ProviderRefusedException.Wrong(
                                    USER_NAME, "people.taken", List.of())));
        }
    }

    /**
     * Gives a company a name and limits; durable and in force on return.
     *
     * @param company as it was
     * @param sent what was typed
     * @param by the provider
     * @throws ProviderRefusedException if it cannot be
     */
    public void save(Company company, LimitsForm sent, PersonId by) {
        LimitsForm form = LimitsForm.typed(sent);
        ProviderRefusedException.check(form.problems());
        desk.save(company, form, by);
    }

    /**
     * Suspends a company, or lets it go on; in force on return.
     *
     * @param company which
     * @param suspended false: it goes on
     */
    public void suspend(Company company, boolean suspended) {
        desk.suspend(company, suspended);
    }

    /**
     * Where a company's people reach it.
     *
     * @param company which
     * @return as it can be typed; empty texts: nothing of its own
     */
    public AddressForm address(Company company) {
        return AddressForm.of(
                brands.of(company.id()).map(Brand::address).orElse(Brand.Address.NONE));
    }

    /**
     * Gives a company addresses; durable and in force on return.
     *
     * @param company which
     * @param sent what was typed
     * @throws ProviderRefusedException if it is no address
     * @throws org.sonnerie.pbx.brand.AddressTakenException if another company has one of them
     */
    public void reach(Company company, AddressForm sent) {
        ProviderRefusedException.check(sent.problems());
        brands.reach(company.id(), sent.address());
    }
}
