package org.sonnerie.pbx.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.people.Role;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Who may ask for what: each address of the server has a row in {@code endpoints.txt}, and whoever
 * is not named there is refused. A new one without a row fails.
 */
class EndpointsIT {
    private static final String HANDLERS = "requestMappingHandlerMapping";
    private static final String ANYBODY = "anybody";
    private static final PersonId ALICE = new PersonId("alice");

    /** Each role, and somebody of the demo company who has it. */
    private enum Somebody {
        EMPLOYEE("bob"),
        RECEPTIONIST("reception"),
        SUPERVISOR("super"),
        ADMIN("admin"),
        PROVIDER("provider");

        private final String userName;

        Somebody(String userName) {
            this.userName = userName;
        }

        String role() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.demo();
        for (Somebody one : List.of(Somebody.RECEPTIONIST, Somebody.SUPERVISOR)) {
            CompanyId company = server.bean(People.class).account(ALICE).orElseThrow().company();
            server.bean(People.class)
                    .add(
                            new Account(
                                    new PersonId(one.userName),
                                    company,
                                    one.userName,
                                    one.userName,
                                    Role.valueOf(one.name())),
                            server.bean(PasswordEncoder.class).encode("sonnerie-demo"));
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Such as {@code GET /admin/people/{id}}, of our own code. */
    private static Set<String> endpoints() {
        return server
                .bean(HANDLERS, RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .filter(entry ->
                        entry.getValue().getBeanType().getName().startsWith("org.sonnerie."))
                .flatMap(entry -> named(entry.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> named(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        assertThat(methods).as("methods of " + info).isNotEmpty();
        return info.getPatternValues().stream()
                .flatMap(path -> methods.stream().map(method -> method + " " + path));
    }

    @Test
    void eachAddressHasARow() {
        assertThat(Endpoints.rows().keySet()).isEqualTo(endpoints());
    }

    @Test
    void whoeverHasNoRightIsRefused() {
        List<String> let = new ArrayList<>();
        Browser stranger = new Browser(server);
        stranger.get("/login");
        closed("nobody").forEach(endpoint -> ask(stranger, "nobody", endpoint, let));
        for (Somebody somebody : Somebody.values()) {
            Browser browser = Browser.signedIn(server, somebody.userName);
            browser.get("/account");
            closed(somebody.role())
                    .forEach(endpoint -> ask(browser, somebody.role(), endpoint, let));
        }

        assertThat(let).isEmpty();
    }

    /** What a role must not reach. */
    private static Stream<String> closed(String role) {
        return Endpoints.rows().entrySet().stream()
                .filter(row -> !row.getValue().contains(ANYBODY) && !row.getValue().contains(role))
                .map(Map.Entry::getKey);
    }

    /** With the token that forms carry: only the right is missing. */
    private static void ask(Browser browser, String role, String endpoint, List<String> let) {
        String method = Endpoints.method(endpoint);
        HttpResponse<String> answer =
                browser.ask(method, Endpoints.filled(endpoint, "x"), "", Map.of());
        boolean toLogIn =
                answer.statusCode() == 302
                        && answer.headers()
                                .firstValue("Location")
                                .filter(location -> location.contains("/login"))
                                .isPresent();
        if (answer.statusCode() != 401 && answer.statusCode() != 403 && !toLogIn) {
            let.add(role + ": " + endpoint + " " + answer.statusCode());
        }
    }
}
