package org.sonnerie.pbx.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.company.Companies;
import org.sonnerie.pbx.company.Company;
import org.sonnerie.pbx.config.HostAndPort;
import org.sonnerie.pbx.config.ReadyNote;
import org.sonnerie.pbx.config.SonnerieProperties;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.people.Role;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.Trunk;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The demo company, made at the first start in an empty folder, where the setting asks for it. Not
 * a conditional bean: which beans there are is decided when the jar is built.
 */
@Component
class DemoCompany implements SmartInitializingSingleton, ReadyNote {
    private static final CompanyId ID = new CompanyId("boulangerie-martin");
    private static final String NAME = "Boulangerie Martin";
    private static final String DOCUMENT = "demo/boulangerie-martin.json";
    private static final String PASSWORD = "sonnerie-demo";
    private static final List<Account> PEOPLE =
            List.of(
                    account("alice", "Alice", Role.EMPLOYEE),
                    account("bob", "Bob", Role.EMPLOYEE),
                    account("carol", "Carol", Role.EMPLOYEE),
                    account("admin", "Admin", Role.ADMIN),
                    account("provider", "Provider", Role.PROVIDER));

    private final Companies companies;
    private final People people;
    private final Published published;
    private final PasswordEncoder encoder;
    private final HostAndPort carrier;
    private final boolean wanted;

    DemoCompany(
            Companies companies,
            People people,
            Published published,
            PasswordEncoder encoder,
            SonnerieProperties properties) {
        this.companies = companies;
        this.people = people;
        this.published = published;
        this.encoder = encoder;
        this.carrier = properties.demoCarrier();
        this.wanted = properties.demo();
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (wanted) {
            make();
        }
    }

    private void make() {
        if (people.none()) {
            companies.add(new Company(ID, NAME));
            // One salt for five people: the password is printed in the README anyway.
            String hash = String.valueOf(encoder.encode(PASSWORD));
            PEOPLE.forEach(person -> people.add(person, hash));
            published.publish(ID, withCarrier(shipped()));
        } else if (published.find(ID).filter(plan -> !callsCarrier(plan)).isPresent()) {
            published.publish(ID, withCarrier(PlanWriter.write(published.current(ID))));
        }
    }

    @Override
    public Optional<String> line(String address) {
        if (!wanted) {
            return Optional.empty();
        }
        return Optional.of(
                "Demo:    this computer only; sign in as alice, bob, carol, admin or provider,"
                        + " password "
                        + PASSWORD);
    }

    private boolean callsCarrier(CompanyPlan plan) {
        return plan.outside().trunks().stream()
                .map(Trunk::carrier)
                .allMatch(far -> far.host().equals(carrier.host()) && far.port() == carrier.port());
    }

    private String withCarrier(String document) {
        JsonMapper json = JsonMapper.builder().build();
        JsonNode root = json.readTree(document);
        for (JsonNode trunk : root.path("trunks")) {
            ((ObjectNode) trunk).put("host", carrier.host()).put("port", carrier.port());
        }
        return json.writeValueAsString(root);
    }

    private static String shipped() {
        try (InputStream in = new ClassPathResource(DOCUMENT).getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the demo company cannot be read", e);
        }
    }

    private static Account account(String id, String name, Role role) {
        return new Account(new PersonId(id), ID, id, name, role);
    }
}
